"""Templates of briefs: those that come with the app, and the analyst's own, as YAML or as Markdown
with places in it. docs/hand-over.md has the format."""

import re
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from counterpoint.domain.faults.template_fault import TemplateFault
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.domain.report.blocks import Paper
from counterpoint.domain.report.template import (
    ClaimsShown,
    Order,
    Section,
    SectionKind,
    Template,
)
from counterpoint.storage.files.text_file import decode, read_bytes
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.schema import Words
from counterpoint.storage.library.validation import validated
from counterpoint.storage.yaml.yaml_file import parse_yaml

from .place import resources

SHIPPED = ("two-page", "full", "one-page")
_FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
_PLACE = re.compile(r"^\{\{[ \t]*([a-z]+)[ \t]*(.*?)[ \t]*\}\}[ \t]*$", re.MULTILINE)
_Count = Annotated[int, Field(ge=1)]


class _SectionForm(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    part: Annotated[SectionKind, Field(strict=False)]
    heading: Words | None = None
    headed: bool = True
    order: Annotated[Order, Field(strict=False)] = Order.AS_THEY_ARE
    most_words: _Count | None = None
    claims: Annotated[ClaimsShown, Field(strict=False)] = ClaimsShown.ALL
    most_quotations: _Count | None = None
    replies: bool = True
    statements: bool = True
    brief: bool = False
    picture: bool = False
    rest: bool = False
    new_page: bool = False
    text: str | None = None


class _TemplateForm(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    name: Words
    about: Words | None = None
    paper: Annotated[Paper, Field(strict=False)] = Paper.A4
    landscape: bool = False
    small: bool = False
    citations: Words = "chicago-notes"
    most_words: _Count | None = None
    most_pages: _Count | None = None
    sections: Annotated[list[_SectionForm], Field(min_length=1)]


def shipped_template(name: str) -> Template:
    """One of SHIPPED."""
    return read_template(resources() / "templates" / f"{name}.yaml")


def read_template(path: Path) -> Template:
    """A person's own. Raises Unreadable with all that is wrong with it."""
    text = decode(read_bytes(path, path.name), path.name)
    if path.suffix.casefold() in (".md", ".markdown"):
        text = _from_markdown(text.replace("\r\n", "\n"), path.name)
    file = parse_yaml(text, path.name)
    form, problems = validated(file, _TemplateForm)
    if problems:
        raise Unreadable(*problems)
    return Template(
        name=form.name,
        about=form.about or "",
        sections=tuple(map(_section, form.sections)),
        paper=form.paper,
        landscape=form.landscape,
        small=form.small,
        style=form.citations,
        most_words=form.most_words or 0,
        most_pages=form.most_pages or 0,
    )


def _section(form: _SectionForm) -> Section:
    return Section(
        kind=form.part,
        heading=form.heading or "",
        headed=form.headed,
        order=form.order,
        words=form.most_words or 0,
        claims=form.claims,
        quotations=form.most_quotations or 0,
        replies=form.replies,
        statements=form.statements,
        brief=form.brief,
        picture=form.picture,
        rest=form.rest,
        new_page=form.new_page,
        markdown=form.text or "",
    )


def _from_markdown(text: str, name: str) -> str:
    """The same as YAML: what stands between the places is text, and no place has a heading of its
    own. Raises Unreadable."""
    front = _FRONT.match(text)
    if front is None:
        raise Unreadable(Problem(name, 1, 1, ProblemKind.SYNTAX, TemplateFault.NO_FRONT))
    sections: list[dict[str, Any]] = []
    at = front.end()
    for place in _PLACE.finditer(text, at):
        sections += _text(text[at : place.start()])
        sections.append(_placed(place, name, text.count("\n", 0, place.start()) + 1))
        at = place.end()
    sections += _text(text[at:])
    rest = yaml.safe_dump({"sections": sections}, allow_unicode=True, sort_keys=False)
    return f"{front[1]}{rest}"


def _text(words: str) -> list[dict[str, Any]]:
    return [{"part": "text", "text": words.strip("\n")}] if words.strip() else []


def _placed(place: re.Match[str], name: str, line: int) -> dict[str, Any]:
    try:
        wishes = yaml.safe_load(f"{{{place[2]}}}") if place[2] else {}
    except yaml.YAMLError as error:
        raise Unreadable(
            Problem(
                name,
                line,
                1,
                ProblemKind.SYNTAX,
                TemplateFault.NO_KEYS_AFTER_PLACE,
                (place[1],),
            )
        ) from error
    return {"part": place[1], "headed": False, **wishes}
