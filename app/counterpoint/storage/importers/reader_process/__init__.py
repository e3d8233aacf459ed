"""The process in which documents are read, and what one may cost."""
