"""What is asked of approaches and of questions as a whole."""

from counterpoint.domain.approach import Colour

from .text import in_one_line
from .translation import tr

# Approaches


def approach_title() -> str:
    return tr("This approach")


def new_approach() -> str:
    return tr("New approach")


def title() -> str:
    return tr("Title")


def gist() -> str:
    return tr("What it says, in one line")


def needs_title() -> str:
    return tr("Give it a title.")


def proponents() -> str:
    return tr("Who holds it")


def proponent() -> str:
    return tr("Name")


def voices() -> str:
    return tr("Other names under which it speaks, parted by semicolons")


def proponent_note() -> str:
    return tr("Note on it")


def acts() -> str:
    return tr("What others report of its acts")


def acts_not() -> str:
    return tr("counts as the voice of who reports it")


def acts_itself() -> str:
    return tr("counts as its own voice, as a government’s")


def add_proponent() -> str:
    return tr("Add a holder")


def status() -> str:
    return tr("Status")


def status_note() -> str:
    return tr("Whose status, and when")


def status_detail() -> str:
    return tr("What else there is to say of it")


def date() -> str:
    return tr("Date; empty where the texts bear none")


def cue() -> str:
    return tr("Letter, one to three characters")


def colour() -> str:
    return tr("Colour")


def colour_name(of: Colour) -> str:
    match of:
        case Colour.BLUE:
            return tr("blue")
        case Colour.ORANGE:
            return tr("orange")
        case Colour.GREEN:
            return tr("green")
        case Colour.PURPLE:
            return tr("purple")
        case Colour.SKY:
            return tr("sky")
        case Colour.VERMILION:
            return tr("vermilion")
        case Colour.OCHRE:
            return tr("ochre")
        case Colour.TEAL:
            return tr("teal")
        case Colour.PLUM:
            return tr("plum")
        case Colour.SLATE:
            return tr("slate")
        case Colour.OLIVE:
            return tr("olive")
        case Colour.ROSE:
            return tr("rose")


def relations() -> str:
    return tr("How it stands to other approaches")


def relation() -> str:
    return tr("Relation")


def relation_to() -> str:
    return tr("To which approach")


def relation_why() -> str:
    return tr("Why")


def add_relation() -> str:
    return tr("Add a relation")


# Questions


def question_title() -> str:
    return tr("This question")


def new_question() -> str:
    return tr("New question")


def question() -> str:
    return tr("What every approach is asked")


def tells_apart() -> str:
    return tr("How the answers tell the approaches apart")


def named_answers() -> str:
    return tr("Named answers, two to six")


def named_answer() -> str:
    return tr("Name, at most four words")


def means() -> str:
    return tr("What it means, in one line")


def add_named_answer() -> str:
    return tr("Add a named answer")


def ordered() -> str:
    return tr("The named answers have an order")


def asked_of_anyone() -> str:
    return tr("It is put to whoever speaks, not to the holder alone")


def yes() -> str:
    return tr("yes")


def no() -> str:
    return tr("no")


def needs_two_answers() -> str:
    return tr("One named answer tells nothing apart: name another, or none.")


def needs_meaning(name: str) -> str:
    return tr("Say what “{name}” means.", name=in_one_line(name))
