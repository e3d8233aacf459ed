"""The descriptions of sources as references."""
