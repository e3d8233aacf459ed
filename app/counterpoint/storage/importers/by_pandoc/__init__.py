"""What Pandoc reads, and what it leaves out of each kind of document or gets wrong."""
