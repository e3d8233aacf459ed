"""`ListingFault` in words."""

from counterpoint.domain.faults.listing_fault import ListingFault
from counterpoint.domain.litter import Leftover, Litter
from counterpoint.domain.problem import Argument
from counterpoint.labels.litter import left_behind, litter
from counterpoint.labels.translation import tr


def worded(fault: ListingFault, *given: Argument) -> str:
    match fault:
        case ListingFault.FOLDER_AMONG_FILES:
            return tr(
                "what is in a folder here is not read; move its files up, or the folder out of "
                "{part}/",
                part=given[0],
            )
        case ListingFault.COPY:
            return tr(
                "this is a copy of {file}, as programs for synchronising keep one where a file was "
                "changed in two places; if it is the one to keep, rename it to {file}",
                file=given[0],
            )
        case ListingFault.COPY_BESIDE:
            return tr(
                "this is a copy of {file}, as programs for synchronising keep one where a file was "
                "changed in two places; take over into {file} what it lacks, then remove the copy",
                file=given[0],
            )
        case ListingFault.LEFT_BEHIND:
            left, part = given
            return tr(
                "this is {what}; remove it, or move it out of {part}/",
                what=left_behind(Leftover(str(left))),
                part=part,
            )
        case ListingFault.TO_BE_IMPORTED:
            return tr(
                "{document} is not read here; move it out of corpus/, and bring it in with "
                "counterpoint import",
                document=_document(given[0]),
            )
        case ListingFault.NOT_TO_BE_IMPORTED:
            ending, name = given
            return tr(
                "{document} is not read here; save its text as {name} (UTF-8), and keep the "
                "original outside corpus/",
                document=_document(ending),
                name=name,
            )
        case ListingFault.TEXT_AMONG_OPTIONS:
            return tr("a text is not read here; move it to corpus/")
        case ListingFault.OTHER_KIND:
            return tr(
                "a file of this kind is not read; {where}: move it out of {part}/",
                where=_what_stands_in(given[0]),
                part=given[0],
            )
        case ListingFault.HARMLESS:
            return tr(
                "this is {what}, and no part of the library; it does no harm",
                what=litter(Litter(str(given[0]))),
            )
    return tr("the file is passed over for its name; {remedy}", remedy=_of_the_name(fault, *given))


def _of_the_name(fault: ListingFault, *given: Argument) -> str:
    match fault:
        case ListingFault.KEPT_FOR_A_DEVICE:
            return tr("Windows keeps “{name}” for a device, so choose another", name=given[0])
        case ListingFault.NAME_OF_THE_WHOLE:
            return tr(
                "“{name}” is the file on the library as a whole, so choose another", name=given[0]
            )
        case ListingFault.CAPITALS_ONLY:
            return tr(
                "it differs from {twin} in capitals only, and on Windows and the Mac the two would "
                "be one: choose another, or remove it",
                twin=given[0],
            )
        case ListingFault.RENAME:
            return tr("rename it to {name}", name=given[0])
        case ListingFault.RIGHT_ONE_BESIDE:
            return tr("remove it: there is {name} too", name=given[0])
    return tr("use small letters and digits, parted by single hyphens")


def _what_stands_in(part: Argument) -> str:
    match part:
        case "corpus":
            return tr("here stand texts (ID.txt) and their descriptions (ID.yaml)")
        case "options":
            return tr("here stand YAML files (ID.yaml)")
    return tr("notes are Markdown files (.md)")


def _document(ending: Argument) -> str:
    match ending:
        case ".pdf":
            return tr("a PDF")
        case ".docx" | ".doc":
            return tr("a Word document")
        case ".odt":
            return tr("an OpenDocument text")
        case ".rtf":
            return tr("an RTF document")
        case ".epub":
            return tr("an e-book")
        case ".html" | ".htm":
            return tr("a web page")
        case ".md":
            return tr("a Markdown file")
        case ".pages":
            return tr("a Pages document")
    return tr("a mail")
