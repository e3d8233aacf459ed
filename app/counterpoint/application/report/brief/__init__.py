"""The brief: its chapters, tables and end matter, its quotations and how they are cited."""
