"""Makes the documents in resources/documents, which lend their styles and pages to what we write.

    .venv/bin/python tools/reference_documents.py

They are Pandoc's own, set as we like them: a person may open one in a word processor, change it,
save it elsewhere and name it with --reference.
"""

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm, Pt, RGBColor
from lxml import etree

from counterpoint.storage.pandoc import pandoc_program

OUT = Path(__file__).resolve().parents[1] / "resources" / "documents"
SANS = "Calibri"
MARKING = "{marking}"
GREY = RGBColor(0x46, 0x46, 0x46)
LINK = RGBColor(0x1A, 0x36, 0x5D)
_FIXED = (1980, 1, 1, 0, 0, 0)


class Measures:
    """The sizes of one of the two documents."""

    def __init__(self, *, small: bool) -> None:
        self.small = small
        self.body = 9.0 if small else 11.0
        self.table = 8.5 if small else 9.0
        self.detail = 8.0 if small else 9.0
        self.title = 15.0 if small else 22.0
        self.headings = (11.0, 10.0, 9.5, 9.0) if small else (15.0, 13.0, 11.5, 10.5)
        self.margin = 13 if small else 22
        self.after = 2.5 if small else 6.0


def main() -> None:
    OUT.mkdir(exist_ok=True)
    for small in (False, True):
        name = "small" if small else "plain"
        measures = Measures(small=small)
        (OUT / f"{name}.docx").write_bytes(_repacked(_docx(measures)))
        (OUT / f"{name}.odt").write_bytes(_odt(measures))
        print(f"wrote {name}.docx and {name}.odt")


def _default(name: str) -> bytes:
    command = [pandoc_program(), "--print-default-data-file", name]
    return subprocess.run(command, capture_output=True, check=True).stdout


def _repacked(data: bytes, change: Callable[[str, bytes], bytes] | None = None) -> bytes:
    """The same parts, with one date; those that `change` gives anew."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            kept = zipfile.ZipInfo(info.filename, _FIXED)
            kept.compress_type = info.compress_type
            part = old.read(info.filename)
            new.writestr(kept, change(info.filename, part) if change else part)
    return target.getvalue()


def _docx(measures: Measures) -> bytes:
    document = docx.Document(io.BytesIO(_default("reference.docx")))
    styles = document.styles
    _fonts(styles.element)
    body = Pt(measures.body)
    _style(styles, "Normal", size=body)
    for name in ("Body Text", "First Paragraph"):
        _style(styles, name, after=measures.after, before=0)
    _style(styles, "Compact", after=1, before=1)
    _style(
        styles, "Title", size=Pt(measures.title), bold=True, after=2, align=WD_ALIGN_PARAGRAPH.LEFT
    )
    _style(styles, "Hyperlink", colour=LINK)
    _style(
        styles,
        "Subtitle",
        size=body,
        bold=False,
        colour=GREY,
        after=2,
        before=0,
        align=WD_ALIGN_PARAGRAPH.LEFT,
    )
    _style(styles, "Date", size=body, colour=GREY, after=6, align=WD_ALIGN_PARAGRAPH.LEFT)
    for level, size in enumerate(measures.headings, 1):
        before = (0.7 if measures.small else 1.1 if level < 4 else 0.8) * size
        _style(
            styles,
            f"Heading {level}",
            size=Pt(size),
            bold=True,
            colour=RGBColor(0, 0, 0),
            before=before,
            after=3,
            italic=False,
            keep=True,
        )
    _style(styles, "Footnote Text", size=Pt(measures.detail), after=1, before=0)
    detail = {"size": Pt(measures.detail), "colour": GREY, "after": 3.0, "before": 0}
    _added(styles, "Lead", size=Pt(measures.body + 0.5), after=measures.after)
    _added(styles, "Claim", before=measures.after + 2, after=3, keep=True)
    _added(styles, "Quotation", left=8, after=1, before=2, bar=True, keep=True)
    _added(styles, "Doubt", left=8, bold=True, size=Pt(measures.detail), after=1)
    _added(styles, "Attribution", left=8, bar=True, **{**detail, "after": measures.after})
    apart = {"left": 16, "bar": True, "dashed": True}
    small = {"size": Pt(measures.detail), "after": 1, "before": 2, "keep": True}
    _added(styles, "Apart", bold=True, **apart, **small)
    _added(styles, "Quotation Apart", after=1, keep=True, **apart)
    _added(styles, "Attribution Apart", **apart, **{**detail, "after": measures.after})
    _added(styles, "Detail", **detail)
    _added(styles, "Reference", before=6, after=1, keep=True)
    _added(styles, "Remark", left=4, box=True, after=0)
    _added(
        styles,
        "Remark Label",
        left=4,
        box=True,
        size=Pt(measures.detail),
        after=0,
        before=6,
        keep=True,
    )
    _added(styles, "Table Text", size=Pt(measures.table), after=1, before=0)
    _added(styles, "Section End", size=Pt(1), after=0, before=0)
    _table_style(styles)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(measures.margin))
    section.header_distance = section.footer_distance = Mm(8)
    _marked(section.header.paragraphs[0], numbered=False)
    _marked(section.footer.paragraphs[0], numbered=True)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _fonts(styles: Any) -> None:
    """One family by name in the place of the theme's, and British English."""
    for fonts in styles.iter(qn("w:rFonts")):
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), SANS)
    for mono in styles.iter(qn("w:style")):
        if mono.get(qn("w:styleId")) == "VerbatimChar":
            for fonts in mono.iter(qn("w:rFonts")):
                for key in list(fonts.attrib):
                    fonts.set(key, "Consolas")
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _added(styles: Any, name: str, **wishes: Any) -> None:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.quick_style = True
    _set(style, **wishes)


def _style(styles: Any, name: str, **wishes: Any) -> None:
    _set(styles[name], **wishes)


def _set(
    style: Any,
    *,
    size: Any = None,
    bold: bool | None = None,
    italic: bool | None = None,
    colour: RGBColor | None = None,
    after: float | None = None,
    before: float | None = None,
    left: float = 0,
    keep: bool = False,
    align: Any = None,
    bar: bool = False,
    dashed: bool = False,
    box: bool = False,
) -> None:
    font: Any = style.font
    form: Any = getattr(style, "paragraph_format", None)
    if size is not None:
        font.size = size
        for complex_script in style.element.iter(qn("w:szCs")):
            complex_script.set(qn("w:val"), str(int(Emu(size).pt * 2)))
    if bold is not None:
        font.bold = bold
        for spacing in list(style.element.iter(qn("w:rPr"))):
            for letters in spacing.findall(qn("w:spacing")):
                spacing.remove(letters)
    if italic is not None:
        font.italic = italic
    if colour is not None:
        font.color.rgb = colour
        for found in style.element.iter(qn("w:color")):
            for key in [each for each in found.attrib if each != qn("w:val")]:
                del found.attrib[key]
    if after is not None:
        form.space_after = Pt(after)
    if before is not None:
        form.space_before = Pt(before)
    if left:
        form.left_indent = Mm(left)
    if keep:
        form.keep_with_next = True
    if align is not None:
        form.alignment = align
    sides = ("left",) if bar else ("top", "left", "bottom", "right") if box else ()
    if sides:
        line = "dashed" if box or dashed else "single"
        size = 'w:sz="4" w:space="4" w:color="777777"'
        size = size if box else 'w:sz="12" w:space="6" w:color="999999"'
        kind = f'w:val="{line}" {size}'
        borders = "".join(f"<w:{side} {kind}/>" for side in sides)
        form.element.get_or_add_pPr().insert_element_before(
            parse_xml(f"<w:pBdr {nsdecls('w')}>{borders}</w:pBdr>"),
            "w:shd",
            "w:tabs",
            "w:suppressAutoHyphens",
            "w:kinsoku",
            "w:spacing",
            "w:ind",
            "w:jc",
        )


def _table_style(styles: Any) -> None:
    """Lines round the cells, a grey head in bold."""
    style = styles["Table"].element
    for old in list(style):
        if old.tag in (qn("w:tblPr"), qn("w:tblStylePr"), qn("w:pPr")):
            style.remove(old)
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A0A0A0"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 15), ("left", 70), ("bottom", 15), ("right", 70))
    )
    style.append(
        parse_xml(
            f'<w:tblPr {nsdecls("w")}><w:tblInd w:w="0" w:type="dxa"/>'
            f"<w:tblBorders>{lines}</w:tblBorders>"
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        )
    )
    style.append(
        parse_xml(
            f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
            '<w:shd w:val="clear" w:color="auto" w:fill="EAEAEA"/></w:tcPr></w:tblStylePr>'
        )
    )


def _marked(paragraph: Any, *, numbered: bool) -> None:
    """The place of the marking, and the number of the page."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(MARKING)
    run.bold = True
    run.font.size = Pt(8)
    if not numbered:
        return
    for words in ("   ", "PAGE", " / ", "NUMPAGES"):
        run = paragraph.add_run("" if words.isupper() else words)
        run.font.size = Pt(8)
        if words.isupper():
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), words)
            number = OxmlElement("w:t")
            number.text = "1"
            run._r.append(number)
            field.append(run._r)
            paragraph._p.append(field)


_ODF = {
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}


def _odt(measures: Measures) -> bytes:
    def change(name: str, part: bytes) -> bytes:
        return _odt_styles(part, measures) if name == "styles.xml" else part

    return _repacked(_default("reference.odt"), change)


def _odt_styles(part: bytes, measures: Measures) -> bytes:
    root = etree.fromstring(part)
    named = {found.get(_q("style", "name")): found for found in root.iter(_q("style", "style"))}
    styles = root.find(_q("office", "styles"))
    for name in ("Title", "Subtitle", "Date"):
        if name not in named:
            named[name] = etree.SubElement(styles, _q("style", "style"))
            named[name].set(_q("style", "name"), name)
            named[name].set(_q("style", "family"), "paragraph")
            named[name].set(_q("style", "parent-style-name"), "Standard")
    faces = root.find(_q("office", "font-face-decls"))
    faces.append(
        etree.fromstring(
            f'<style:font-face {_declared()} style:name="{SANS}" svg:font-family="{SANS}"/>'
        )
    )
    for found in root.iter(_q("style", "text-properties")):
        if found.get(_q("style", "font-name")) not in (None, "Courier New"):
            found.set(_q("style", "font-name"), SANS)
    for default in root.iter(_q("style", "default-style")):
        for found in default.iter(_q("style", "text-properties")):
            found.set(_q("fo", "language"), "en")
            found.set(_q("fo", "country"), "GB")
            found.set(_q("fo", "font-size"), f"{measures.body}pt")
    _odt_set(named["Standard"], measures.body, after=measures.after)
    _odt_set(named["Text_20_body"], measures.body, after=measures.after)
    _odt_set(named["First_20_paragraph"], measures.body, after=measures.after)
    _odt_set(named["Title"], measures.title, bold=True, align="start", after=2)
    _odt_set(
        named["Subtitle"], measures.body, colour="#464646", align="start", after=2, italic=False
    )
    _odt_set(named["Date"], measures.body, colour="#464646", align="start", after=6, italic=False)
    for level, size in enumerate(measures.headings, 1):
        _odt_set(
            named[f"Heading_20_{level}"],
            size,
            bold=True,
            before=(0.7 if measures.small else 1.1) * size,
            after=3,
            italic=False,
        )
    link = _child(named["Internet_20_link"], "text-properties")
    link.set(_q("fo", "color"), "#1A365D")
    link.set(_q("style", "text-underline-style"), "none")
    _odt_set(named["Footnote"], measures.detail, after=1)
    _odt_set(named["Table_20_Contents"], measures.table, after=1)
    _odt_set(
        named["Table_20_Heading"], measures.table, after=1, bold=True, align="start", italic=False
    )
    detail = {"size": measures.detail, "colour": "#464646", "after": 3.0}
    bar = 'fo:border-left="1.5pt solid #999999" fo:padding-left="2mm"'
    dashes = bar.replace("solid", "dashed")
    keep = ' fo:keep-with-next="always"'
    box = 'fo:border="0.5pt dashed #777777" fo:padding="1.2mm"'
    for name, wishes, more in (
        ("Lead", {"size": measures.body + 0.5, "after": measures.after}, ""),
        ("Claim", {"before": measures.after + 2, "after": 3.0}, 'fo:keep-with-next="always"'),
        ("Quotation", {"left": 8, "after": 0.0}, bar + ' fo:keep-with-next="always"'),
        ("Doubt", {"left": 8, "bold": True, "size": measures.detail}, ""),
        ("Attribution", {"left": 8, **detail, "after": measures.after}, bar),
        ("Apart", {"left": 16, "bold": True, "size": measures.detail}, dashes + keep),
        ("Quotation Apart", {"left": 16, "after": 0.0}, dashes + keep),
        ("Attribution Apart", {"left": 16, **detail, "after": measures.after}, dashes),
        ("Detail", detail, ""),
        ("Reference", {"before": 6.0, "after": 1.0}, 'fo:keep-with-next="always"'),
        ("Remark", {"left": 4, "after": 0.0}, box),
        (
            "Remark Label",
            {"left": 4, "size": measures.detail, "before": 6.0, "after": 0.0},
            box + ' fo:keep-with-next="always"',
        ),
        ("Table Text", {"size": measures.table, "after": 1.0}, ""),
        ("Upright", {"size": 1.0, "after": 0.0}, ""),
        ("Across", {"size": 1.0, "after": 0.0}, ""),
    ):
        master = {"Upright": "Standard", "Across": "Across"}.get(name, "")
        master = f' style:master-page-name="{master}"' if master else ""
        style = etree.fromstring(
            f'<style:style {_declared()} style:name="{name.replace(" ", "_20_")}" '
            f'style:display-name="{name}" style:family="paragraph" '
            f'style:parent-style-name="Standard"{master}>'
            f"<style:paragraph-properties {more}/><style:text-properties/></style:style>"
        )
        _odt_set(style, **wishes)
        styles.append(style)
    styles.append(
        etree.fromstring(
            f'<style:style {_declared()} style:name="Page_20_Break" '
            'style:display-name="Page Break" style:family="paragraph" '
            'style:parent-style-name="Standard"><style:paragraph-properties '
            'fo:break-before="page"/><style:text-properties fo:font-size="1pt"/></style:style>'
        )
    )
    _odt_pages(root, measures)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made


def _odt_set(
    style: Any,
    size: float = 0,
    *,
    bold: bool = False,
    italic: bool | None = None,
    colour: str = "",
    align: str = "",
    before: float | None = None,
    after: float | None = None,
    left: float = 0,
) -> None:
    paragraph = _child(style, "paragraph-properties")
    text = _child(style, "text-properties")
    if size:
        for script in ("", "-asian", "-complex"):
            space = "style" if script else "fo"
            text.set(_q(space, f"font-size{script}"), f"{size:g}pt")
    if bold:
        text.set(_q("fo", "font-weight"), "bold")
    if italic is False:
        text.set(_q("fo", "font-style"), "normal")
    if colour:
        text.set(_q("fo", "color"), colour)
    if align:
        paragraph.set(_q("fo", "text-align"), align)
    if before is not None:
        paragraph.set(_q("fo", "margin-top"), f"{before:g}pt")
    if after is not None:
        paragraph.set(_q("fo", "margin-bottom"), f"{after:g}pt")
    if left:
        paragraph.set(_q("fo", "margin-left"), f"{left:g}mm")


def _odt_pages(root: Any, measures: Measures) -> None:
    automatic = root.find(_q("office", "automatic-styles"))
    masters = root.find(_q("office", "master-styles"))
    for old in (*automatic.findall(_q("style", "page-layout")), *masters):
        old.getparent().remove(old)
    margin = f'fo:margin="{measures.margin}mm"'
    for name, width, height, turned in (
        ("Upright", 210, 297, "portrait"),
        ("Across", 297, 210, "landscape"),
    ):
        automatic.append(
            etree.fromstring(
                f'<style:page-layout {_declared()} style:name="P{name}">'
                "<style:page-layout-properties "
                f'fo:page-width="{width}mm" fo:page-height="{height}mm" '
                f'style:print-orientation="{turned}" {margin}/>'
                '<style:header-style><style:header-footer-properties fo:min-height="5mm" '
                'fo:margin-bottom="2mm"/></style:header-style>'
                '<style:footer-style><style:header-footer-properties fo:min-height="5mm" '
                'fo:margin-top="2mm"/></style:footer-style></style:page-layout>'
            )
        )
    automatic.append(
        etree.fromstring(
            f'<style:style {_declared()} style:name="Pmarked" style:family="paragraph" '
            'style:parent-style-name="Footer"><style:paragraph-properties fo:text-align="center"/>'
            '<style:text-properties fo:font-size="8pt" fo:font-weight="bold"/></style:style>'
        )
    )
    for name, layout in (("Standard", "PUpright"), ("Across", "PAcross")):
        masters.append(
            etree.fromstring(
                f'<style:master-page {_declared()} style:name="{name}" '
                f'style:page-layout-name="{layout}">'
                f'<style:header><text:p text:style-name="Pmarked">{MARKING}</text:p></style:header>'
                f'<style:footer><text:p text:style-name="Pmarked">{MARKING} <text:s text:c="2"/>'
                '<text:page-number text:select-page="current">1</text:page-number> / '
                "<text:page-count>1</text:page-count></text:p></style:footer></style:master-page>"
            )
        )


def _child(style: Any, name: str) -> Any:
    found = style.find(_q("style", name))
    if found is None:
        found = etree.SubElement(style, _q("style", name))
    return found


def _q(space: str, name: str) -> str:
    return f"{{{_ODF[space]}}}{name}"


def _declared() -> str:
    return " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _ODF.items())


if __name__ == "__main__":
    main()
