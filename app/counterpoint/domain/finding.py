"""Something wrong in a form: what, where in the form, and what its sentence has to name."""

from typing import NamedTuple

from .faults.form_fault import FormFault
from .faults.quotation_fault import QuotationFault
from .forms import KeyPath
from .problem import Argument, ProblemKind


class Finding(NamedTuple):
    """`path` leads to the value that is wrong, or where `key` to its key; see `forms`."""

    path: KeyPath
    kind: ProblemKind
    fault: FormFault | QuotationFault
    arguments: tuple[Argument, ...] = ()
    key: bool = False

    def below(self, path: KeyPath) -> "Finding":
        """The same, told of a form of which this one is the part at `path`."""
        return self._replace(path=(*path, *self.path))
