"""What a person is asked in order to change something of a library, and the step that it makes."""
