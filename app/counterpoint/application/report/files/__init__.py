"""From a report, sheets or pictures to a file, whole or not at all."""
