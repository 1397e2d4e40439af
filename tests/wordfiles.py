"""Word and OpenDocument files of a few elements, written part by part."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = f'xmlns:w="{W}" xmlns:w14="{W14}" xmlns:w15="{W15}" xmlns:r="{R}" xmlns:mc="urn:mc" xmlns:wps="urn:wps"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODF_SPACES = " ".join(
    [f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "style", "table")]
    + [f'xmlns:fo="{_ODF}xsl-fo-compatible:1.0"', f'xmlns:draw="{_ODF}drawing:1.0"']
    + ['xmlns:dc="http://purl.org/dc/elements/1.1/"']
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """An archive of these parts; that which names the format of an OpenDocument file is not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return made.getvalue()


def p(text: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def word(body: str, more: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word file with this body and what stands in its other parts (``styles``, ``comments`` ...)."""
    links = "".join(
        f'<Relationship Id="r{number}" Type="{R}/{name}" Target="{name}.xml"/>' for number, name in enumerate(parts)
    )
    files: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{links}'
        f'<Relationship Id="gone" Type="{R}/image" Target="NULL"/></Relationships>',
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
    }
    files |= {f"word/{name}.xml": f"<w:{name} {_SPACES}>{inner}</w:{name}>" for name, inner in parts.items()}
    return zipped({**files, **(more or {})})


def flat(body: str, styles: str = "", attributes: str = "") -> bytes:
    """An OpenDocument text in one file with this body and these styles."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_ODF_SPACES} office:version="1.2">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text {attributes}>{body}</office:text></office:body></office:document>"
    ).encode()


def odt(body: str, more: dict[str, str] | None = None) -> bytes:
    """An OpenDocument text as an archive."""
    content = (
        f"<office:document-content {_ODF_SPACES}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **(more or {})})
