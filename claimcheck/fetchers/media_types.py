"""Content-Type → media type and charset, and file names → media types."""

from pathlib import PurePosixPath

_LONGEST = 200
_BY_SUFFIX = {
    ".csv": "text/csv",
    ".htm": "text/html",
    ".html": "text/html",
    ".json": "application/json",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
}
"""Of what is read; the system's own table differs from machine to machine."""


def read_media_type(content_type: str) -> tuple[str, str]:
    """Return the media type in lower case and the charset of a Content-Type; each empty where it is not given."""
    media_type, *parameters = content_type[:_LONGEST].split(";")
    named = (parameter.partition("=") for parameter in parameters)
    charsets = [value.strip().strip("\"'") for name, _, value in named if name.strip().lower() == "charset"]
    declared = media_type.strip().lower()
    return declared if "/" in declared else "", charsets[0] if charsets else ""


def media_type_of(path: str) -> str:
    """Return the media type that a file's name says; empty where it says none."""
    return _BY_SUFFIX.get(PurePosixPath(path).suffix.lower(), "")
