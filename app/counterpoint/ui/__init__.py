"""What is on the screen. One folder for each thing a person sees; only this package imports Qt."""
