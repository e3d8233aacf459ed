"""Every quotation from one source in a library's files, with where it stands in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.forms import KeyPath, PassageForm
from counterpoint.domain.quotation import Quotation
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.approach_file import passage_form
from counterpoint.storage.library.schema import quotations
from counterpoint.storage.library.validation import validated
from counterpoint.storage.library.walk import walk
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
    """Those of the approaches and of the replies, in the order of the files. Files that cannot be
    read are left out: `counterpoint check` tells them."""
    for name, schema in walk(folder).quoting():
        try:
            file = read_yaml(folder / name, name)
            checked, _ = validated(file, schema)
        except Unreadable:
            continue
        for path, passage in quotations(checked):
            if passage.source == source:
                yield Passage(file, path, passage_form(file, path, passage))
