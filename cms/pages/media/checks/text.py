"""Plain text and tables of text; what would be a web page or a script is neither."""

import re

from django.utils.translation import gettext as _

from .refusal import NotAllowed

WEB = re.compile(r"<!doctype\s+html|<html|<head|<body|<script|<svg|<iframe|<\?php|<%", re.IGNORECASE)
SCRIPT = re.compile(r"#!|@echo\b|<\?xml|set-executionpolicy", re.IGNORECASE)
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
HEAD = 4096


def check_text(data):
    """Raises NotAllowed for what is no text, and for pages and scripts that call themselves text."""
    words = _decoded(data)
    if UNSEEN.search(words):
        raise NotAllowed(_("Không nhận ra loại tệp."))
    head = words.lstrip("\ufeff \t\r\n\f")[:HEAD]
    if WEB.search(head):
        raise NotAllowed(_("Đây là trang web (HTML, SVG) hoặc có mã của trang web: không nhận."))
    if SCRIPT.match(head):
        raise NotAllowed(_("Đây là tệp lệnh hoặc mã máy đọc (script, XML): không nhận."))


def _decoded(data):
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1258", "replace")  # old Vietnamese files; any byte but a control character is a letter
