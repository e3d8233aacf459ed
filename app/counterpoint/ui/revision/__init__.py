"""A new version of a source: what becomes of each quotation, worked through one by one."""
