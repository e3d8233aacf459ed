"""A problem in a sentence, for the window and for the commands."""

from counterpoint.domain.faults.file_fault import FileFault
from counterpoint.domain.faults.form_fault import FormFault
from counterpoint.domain.faults.library_fault import LibraryFault
from counterpoint.domain.faults.listing_fault import ListingFault
from counterpoint.domain.faults.note_fault import NoteFault
from counterpoint.domain.faults.quotation_fault import QuotationFault
from counterpoint.domain.faults.schema_fault import SchemaFault
from counterpoint.domain.faults.source_fault import SourceFault
from counterpoint.domain.faults.template_fault import TemplateFault
from counterpoint.domain.faults.text_fault import TextFault
from counterpoint.domain.faults.yaml_fault import YamlFault, YamlSlip
from counterpoint.domain.problem import Argument, Fault, Problem

from .faults import (
    file_fault,
    form_fault,
    library_fault,
    listing_fault,
    note_fault,
    quotation_fault,
    schema_fault,
    source_fault,
    template_fault,
    text_fault,
    yaml_fault,
    yaml_slip,
)


def sentence(problem: Problem) -> str:
    """What is wrong and what would be right, without a full stop."""
    return worded(problem.fault, problem.arguments)


def in_a_line(problem: Problem) -> str:
    """ "options/talk.yaml:4:6: the file is empty; write its keys and values [syntax]"."""
    place = ":".join(str(part) for part in problem[:3] if part)
    return f"{place}: {sentence(problem)} [{problem.kind}]"


def worded(fault: Fault, arguments: tuple[Argument, ...]) -> str:
    """As `sentence`, of a fault by itself."""
    match fault:
        case FileFault():
            return file_fault.worded(fault, *arguments)
        case FormFault():
            return form_fault.worded(fault, *arguments)
        case LibraryFault():
            return library_fault.worded(fault, *arguments)
        case ListingFault():
            return listing_fault.worded(fault, *arguments)
        case NoteFault():
            return note_fault.worded(fault, *arguments)
        case QuotationFault():
            return quotation_fault.worded(fault, *arguments)
        case SchemaFault():
            return schema_fault.worded(fault, *arguments)
        case SourceFault():
            return source_fault.worded(fault, *arguments)
        case TemplateFault():
            return template_fault.worded(fault, *arguments)
        case TextFault():
            return text_fault.worded(fault, *arguments)
        case YamlFault():
            return yaml_fault.worded(fault, *arguments)
        case YamlSlip():
            return yaml_slip.worded(fault, *arguments)
