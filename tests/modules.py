"""The modules of a package, and what each imports, read without running them."""

import ast
from collections.abc import Collection
from pathlib import Path


def modules_in(package: Path) -> dict[str, Path]:
    """The file of each module below a package's folder, by its full name."""
    return {
        ".".join(path.relative_to(package.parent).with_suffix("").parts): path
        for path in package.rglob("*.py")
        if path.name != "__init__.py"
    }


def imported_by(node: ast.AST, module: str, modules: Collection[str]) -> set[str]:
    """What a statement in `module` imports: of `modules` those that it means, of others the name
    that is written; nothing where it is no import."""
    if isinstance(node, ast.Import):
        return {each.name for each in node.names}
    if not isinstance(node, ast.ImportFrom):
        return set()
    near = module.split(".")[: -node.level] if node.level else []
    start = ".".join([*near, *([node.module] if node.module else [])])
    parts = {f"{start}.{each.name}" for each in node.names}
    return {part for part in parts if part in modules} or {start}
