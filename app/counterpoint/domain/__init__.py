"""The words of the product as plain data and pure functions; standard library only."""
