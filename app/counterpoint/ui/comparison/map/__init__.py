"""The map: every question as a line of its named answers, with the letters of their holders."""
