"""What may be the case where a problem is told, family by family: a value for each sentence, with
the arguments that it needs in the order that is given here. They are worded in `labels/faults/`.

No two values are the same, in whichever family (`Problem.fault` is read back by its value)."""
