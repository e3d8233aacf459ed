"""What a person does to a library, as changes of forms: the old form in, the new one out."""
