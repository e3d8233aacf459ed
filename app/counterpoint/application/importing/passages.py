"""Every quotation from one source in a library's files, with where it stands in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.forms import KeyPath, PassageForm
from counterpoint.domain.quotation import Quotation
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.approach_file import passage_form
from counterpoint.storage.library.library_folder import ANSWERS
from counterpoint.storage.library.library_place import judged
from counterpoint.storage.library.listing import listed
from counterpoint.storage.library.schema import AnswersSchema, ApproachSchema, quotations
from counterpoint.storage.yaml.validation import validated
from counterpoint.storage.yaml.yaml_file import YamlFile, read_yaml


class Passage(NamedTuple):
    file: YamlFile
    path: KeyPath
    form: PassageForm

    @property
    def line(self) -> int:
        return self.file.place((*self.path, "quote"))[0]

    @property
    def quotation(self) -> Quotation:
        return self.form.quotation


def passages_of(folder: Path, source: str) -> Iterator[Passage]:
    """Those of the approaches and of the answers, in the order of the files. Files that cannot be
    read are left out: `counterpoint check` tells them."""
    files: list[tuple[str, type[ApproachSchema] | type[AnswersSchema]]] = [
        (f"{id}.yaml", ApproachSchema) for id in listed(folder, "options", ".yaml")
    ]
    if ANSWERS in judged(folder / "options"):
        files.append((ANSWERS, AnswersSchema))
    for name, form in files:
        try:
            file = read_yaml(folder / "options" / name, f"options/{name}")
            checked, _ = validated(file, form)
        except Unreadable:
            continue
        for path, passage in quotations(checked):
            if passage.source == source:
                yield Passage(file, path, passage_form(file, path, passage))
