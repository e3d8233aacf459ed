"""Puts the shipped library and the resources into the wheel, under `counterpoint/_data/`."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedData(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """An editable build reads the folders where they lie, so it gets no copy."""
        if version != "editable":
            for folder in ("corpus", "options", "resources"):
                build_data["force_include"][str(Path(self.root, folder))] = (
                    f"counterpoint/_data/{folder}"
                )
