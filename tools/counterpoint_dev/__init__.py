"""What stands behind `dev.py`. The standard library only: there is no environment yet."""
