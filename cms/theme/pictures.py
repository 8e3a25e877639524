"""The shapes in which the site shows pictures.

A shape names its renditions once, so that a list view can fetch all of them in one query:
`PortalImage.objects.prefetch_renditions(*renditions("row"))`.
"""

from dataclasses import dataclass

from django.forms.utils import flatatt
from django.utils.html import format_html
from wagtail.images.shortcuts import get_renditions_or_not_found

WEBP = "|format-webp|webpquality-72"


@dataclass(frozen=True)
class Shape:
    """`filters` from narrow to wide; `sizes` tells the browser how wide the picture will stand."""

    filters: tuple[str, ...]
    sizes: str


SHAPES = {
    "lead": Shape(("fill-480x270", "fill-760x428", "fill-1200x675"), "(min-width: 992px) 640px, 100vw"),
    "card": Shape(("fill-360x203", "fill-720x405"), "(min-width: 992px) 360px, 100vw"),
    "row": Shape(("fill-220x165", "fill-440x330"), "(min-width: 600px) 220px, 104px"),
    "portrait": Shape(("fill-168x216-c60",), "84px"),
    "article": Shape(("width-480", "width-780", "width-1560"), "(min-width: 828px) 780px, 100vw"),
    "tile": Shape(("fill-360x270", "fill-720x540"), "(min-width: 600px) 360px, 100vw"),
    "emblem": Shape(("max-280x136",), "140px"),
}


def renditions(shape):
    """Filter specifications of a shape, for `prefetch_renditions`."""
    ending = "" if shape == "emblem" else WEBP  # an emblem keeps its transparent ground and sharp edges
    return tuple(spec + ending for spec in SHAPES[shape].filters)


def made(image, shape):
    """Renditions of an image from narrow to wide. A small original is never stretched: equal widths are one file."""
    files = get_renditions_or_not_found(image, renditions(shape)).values()
    return list({file.width: file for file in files}.values())


def widest(image, shape):
    return made(image, shape)[-1] if hasattr(image, "get_rendition") else None


def img(image, shape, *, alt="", eager=False):
    """An <img> with its sizes; "" without a picture. Below the first screen it loads when it is reached."""
    if not image:
        return ""
    if not hasattr(image, "get_rendition"):  # a file of the theme itself: address, width, height
        return _tag(image, srcset="", sizes="", alt=alt, eager=eager)
    files = made(image, shape)
    srcset = ", ".join(f"{file.url} {file.width}w" for file in files) if len(files) > 1 else ""
    return _tag(files[0], srcset=srcset, sizes=SHAPES[shape].sizes if srcset else "", alt=alt, eager=eager)


def _tag(file, *, srcset, sizes, alt, eager):
    attrs = {"src": file.url, "width": file.width, "height": file.height, "alt": alt, "decoding": "async"}
    attrs |= {"srcset": srcset, "sizes": sizes} if srcset else {}
    attrs |= {"fetchpriority": "high"} if eager else {"loading": "lazy"}
    return format_html("<img{}>", flatatt(attrs))
