"""`LibraryFault` in words."""

from counterpoint.domain.faults.library_fault import LibraryFault
from counterpoint.domain.problem import Argument
from counterpoint.labels.translation import tr


def worded(fault: LibraryFault, *given: Argument) -> str:
    match fault:
        case LibraryFault.FILE_IS_NO_FOLDER:
            return tr("the file is not a folder; choose a library's folder")
        case LibraryFault.NO_SUCH_FOLDER:
            return tr("the folder is not there; choose a library's folder")
        case LibraryFault.NO_PART:
            folder, part = given
            return tr(
                "“{folder}” has no folder {part}/; a library is a folder with corpus/ and options/ "
                "in it",
                folder=folder,
                part=part,
            )
        case LibraryFault.PART_CLOSED:
            return tr(
                "the folder cannot be looked into ({why}); check its permissions", why=given[0]
            )
        case LibraryFault.FOLDER_CLOSED:
            return tr(
                "the folder cannot be looked into ({why}); check its permissions and those of the "
                "folders above it",
                why=given[0],
            )
        case LibraryFault.NOT_DESCRIBED:
            source, near = given
            if not near:
                return tr(
                    "the text is there and its description is missing; put corpus/{source}.yaml "
                    "back or write it",
                    source=source,
                )
            return tr(
                "the text is there and its description is missing; put corpus/{source}.yaml back "
                "or write it, or rename corpus/{near}.yaml if that is it",
                source=source,
                near=near,
            )
        case LibraryFault.SOURCE_LEFT_OUT:
            return tr(
                "the source was left out, and {n} quotation(|s) wait(s|) for it; mend it first",
                "",
                int(given[0]),
            )
        case LibraryFault.DIMENSION_TWICE:
            return tr("the question `{id}` stands here already; keep one of them", id=given[0])
        case LibraryFault.NAMED_ANSWER_TWICE:
            return tr("the named answer `{id}` stands here already; keep one of them", id=given[0])
        case LibraryFault.NUMBER_OF_NAMED_ANSWERS:
            fewest, most, there = given
            return tr(
                "a question has {fewest} to {most} named answers, and this one has {there}; add or "
                "join some",
                fewest=fewest,
                most=most,
                there=there,
            )
        case LibraryFault.ANCHOR_NOT_PUT_IN:
            return tr(
                "the anchor of this quotation cannot be put in without changing something else in "
                "the file; write its keys one to a line, as `quote: …`, with plain or quoted values"
            )
        case LibraryFault.DIGEST_NOT_PUT_IN:
            return tr(
                "the digest cannot be put in without changing something else in this file; write a "
                'line `digest: "{digest}"` into it',
                digest=given[0],
            )
        case LibraryFault.WITHOUT_NAMED_ANSWERS:
            return tr(
                "no question has named answers yet, so they cannot be compared by these; "
                "docs/file-formats.md tells how `answers` are written"
            )
        case LibraryFault.NOT_ANSWERED:
            return tr(
                "{question} is not answered yet; write `answer`, `holds` and `rests_on`, or in "
                "`looked_for` what the texts do not say",
                question=given[0],
            )
        case LibraryFault.OLDER_STANCES:
            number, right, there = given
            return tr(
                "{n} inferred link(|s) ha(s|ve) the word of a direct one and counts as nobody’s "
                "support; write `stance: {right}` for `{there}` here, and leave out `link`",
                "",
                int(number),
                right=right,
                there=there,
            )
        case LibraryFault.OLDER_NAME_OF_REPLIES:
            return tr(
                "the file is read as ever; it is called {name} now, and its first key `replies`; "
                "rename both when you next change it",
                name=given[0],
            )
        case LibraryFault.SEARCH_FOR_NO_SUCH_OPTION:
            return _search_for_nothing(tr("the option"), *map(str, given))
        case LibraryFault.SEARCH_FOR_NO_SUCH_SOURCE:
            return _search_for_nothing(tr("the source"), *map(str, given))
        case LibraryFault.SEARCH_FOR_NO_SUCH_TAG:
            return _search_for_nothing(tr("the tag"), *map(str, given))
        case LibraryFault.OLDER_REPLIES_NOT_READ:
            return tr(
                "the file is not read, as there is {file}; take over into that what it lacks, then "
                "remove this one",
                file=given[0],
            )


def _search_for_nothing(what: str, name: str, asked: str, near: str) -> str:
    said = tr(
        "the kept search “{name}” asks for {what} `{asked}`, which the library does not have",
        name=name,
        what=what,
        asked=asked,
    )
    if near:
        return tr("{said}; write `{near}` if that is meant", said=said, near=near)
    return tr("{said}; ask for another, or delete the search", said=said)
