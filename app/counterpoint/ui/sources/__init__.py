"""The sources: what each text is, how it reached us, and every passage quoted from it."""
