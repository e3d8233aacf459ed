"""Texts that are laid out already, so that going back to one costs nothing."""

from collections import OrderedDict

from counterpoint.domain.source import Source, SourceText

from .model import ReaderModel

MOST_TEXTS = 16
_MOST_POINTS = 120_000_000
"""Code points of all the texts together."""


class ModelCache:
    """Keeps the models last asked for."""

    def __init__(self) -> None:
        self._models: OrderedDict[str, ReaderModel] = OrderedDict()

    def model(self, source: Source, text: SourceText) -> ReaderModel:
        """The model of this description and this text; made where there is none yet."""
        kept = self._models.get(source.id)
        if kept is None or kept.digest != text.digest or kept.source != source:
            kept = self._models[source.id] = ReaderModel(source, text)
        self._models.move_to_end(source.id)
        points = sum(len(model.text) for model in self._models.values())
        while len(self._models) > 1 and (points > _MOST_POINTS or len(self._models) > MOST_TEXTS):
            _, left = self._models.popitem(last=False)
            points -= len(left.text)
        return kept
