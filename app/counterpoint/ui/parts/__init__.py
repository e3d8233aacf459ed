"""Small widgets that several zones use."""
