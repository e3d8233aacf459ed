"""What a person does with a library: open, arrange, check, anchor, find, cite."""
