"""Every quotation from one source in a library's files, with where it stands in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.quotation import Quotation
from counterpoint.storage.form import check_form
from counterpoint.storage.library_folder import ANSWERS
from counterpoint.storage.library_place import judged
from counterpoint.storage.listing import listed
from counterpoint.storage.schema import AnswersForm, OptionForm, PassageForm, quotations
from counterpoint.storage.shelf import quotation_of
from counterpoint.storage.unreadable import Unreadable
from counterpoint.storage.yaml_file import Path_, YamlFile, read_yaml


class Passage(NamedTuple):
    file: YamlFile
    path: Path_
    form: PassageForm

    @property
    def line(self) -> int:
        return self.file.place((*self.path, "quote"))[0]

    @property
    def quotation(self) -> Quotation:
        return quotation_of(self.form)


def passages_of(folder: Path, source: str) -> Iterator[Passage]:
    """Those of the options and of the answers, in the order of the files. Files that cannot be
    read are left out: `counterpoint check` tells them."""
    files: list[tuple[str, type[OptionForm] | type[AnswersForm]]] = [
        (f"{id}.yaml", OptionForm) for id in listed(folder, "options", ".yaml")
    ]
    if ANSWERS in judged(folder / "options"):
        files.append((ANSWERS, AnswersForm))
    for name, form in files:
        try:
            file = read_yaml(folder / "options" / name, f"options/{name}")
            checked, _ = check_form(file, form)
        except Unreadable:
            continue
        for path, passage in quotations(checked):
            if passage.source == source:
                yield Passage(file, path, passage)
