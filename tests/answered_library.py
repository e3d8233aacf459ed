"""The small library with named answers, and an answer in every cell but one that is not said."""

from tests.library_on_disk import LibraryOnDisk

ANSWER = "Talks should go on, whatever happens."

_NAMED = """\
    answers:
      - {id: ONE, name: First answer, means: The first of them.}
      - {id: OTHER, name: Other answer, means: The other of them.}
"""


def with_answers(disk: LibraryOnDisk) -> LibraryOnDisk:
    """`disk`, which is the small library, with its answers."""
    row = "    tells_apart: Some talk, some do not.\n"
    named = _NAMED.replace("ONE", "talk").replace("OTHER", "silence")
    disk.replace("options/dimensions.yaml", row, row + named)
    row = "    tells_apart: Each has its own.\n"
    named = _NAMED.replace("ONE", "unreal").replace("OTHER", "firmness")
    disk.replace("options/dimensions.yaml", row, f"{row}    asked_of: anyone\n{named}")
    disk.replace(
        "options/talk.yaml",
        "    coverage: full\n",
        f"    coverage: full\n    answer: {ANSWER}\n    holds: [talk]\n    rests_on: [go-on]\n",
    )
    disk.replace(
        "options/talk.yaml",
        "    why: only one critic is heard\n",
        "    why: only one critic is heard\n    answer: Critics call it unrealistic.\n"
        "    holds: [unreal]\n    rests_on: [not-real]\n",
    )
    disk.replace("options/talk.yaml", "            link: inferred\n", "")
    disk.replace(
        "options/firm.yaml",
        "    coverage: full\n",
        "    coverage: full\n    answer: Critics ask for firmness.\n    holds: [firmness]\n"
        "    rests_on: [firm]\n",
    )
    return disk


def line_of(disk: LibraryOnDisk, name: str, words: str) -> int:
    """In which line, from 1, `words` stand first."""
    return disk.read(name).partition(words)[0].count("\n") + 1
