"""The sentences of problems: for each family of `domain/faults/` a module of the same name, whose
`worded` takes a fault with its arguments and gives what is wrong and what would be right, without
a full stop. Imported where a problem is told, and not before."""
