"""What is asked in order to change the library, in a panel at what is changed."""
