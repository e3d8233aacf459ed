"""Every quotation from one source in a library's files, with where it stands in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.quotation import Quotation
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.library_folder import ANSWERS
from counterpoint.storage.library.library_place import judged
from counterpoint.storage.library.listing import listed
from counterpoint.storage.library.schema import AnswersForm, ApproachForm, PassageForm, quotations
from counterpoint.storage.quotations.quotation_locator import quotation_of
from counterpoint.storage.yaml.validation import validated
from counterpoint.storage.yaml.yaml_file import KeyPath, YamlFile, read_yaml


class Passage(NamedTuple):
    file: YamlFile
    path: KeyPath
    form: PassageForm

    @property
    def line(self) -> int:
        return self.file.place((*self.path, "quote"))[0]

    @property
    def quotation(self) -> Quotation:
        return quotation_of(self.form)


def passages_of(folder: Path, source: str) -> Iterator[Passage]:
    """Those of the approaches and of the answers, in the order of the files. Files that cannot be
    read are left out: `counterpoint check` tells them."""
    files: list[tuple[str, type[ApproachForm] | type[AnswersForm]]] = [
        (f"{id}.yaml", ApproachForm) for id in listed(folder, "options", ".yaml")
    ]
    if ANSWERS in judged(folder / "options"):
        files.append((ANSWERS, AnswersForm))
    for name, form in files:
        try:
            file = read_yaml(folder / "options" / name, f"options/{name}")
            checked, _ = validated(file, form)
        except Unreadable:
            continue
        for path, passage in quotations(checked):
            if passage.source == source:
                yield Passage(file, path, passage)
