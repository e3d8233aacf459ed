"""What of the comparison is copied, as blocks, and in the forms that a clipboard holds."""
