"""`TemplateFault` in words."""

from counterpoint.domain.faults.template_fault import TemplateFault
from counterpoint.domain.problem import Argument
from counterpoint.labels.translation import tr


def worded(fault: TemplateFault, *given: Argument) -> str:
    match fault:
        case TemplateFault.NO_FRONT:
            return tr("a template begins with a line of ---, `name: …`, and another line of ---")
        case TemplateFault.NO_KEYS_AFTER_PLACE:
            return tr(
                "what follows `{place}` must be `key: value`, parted by commas", place=given[0]
            )
