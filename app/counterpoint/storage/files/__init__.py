"""Files as such: read strictly, written durably, whatever they hold."""
