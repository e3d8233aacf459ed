"""The card beside a claim with the words that support it."""
