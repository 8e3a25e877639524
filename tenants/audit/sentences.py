"""Puts an entry into words that somebody in a commune's office understands. No query: names were kept."""

from django.apps import apps
from django.urls import Resolver404, resolve
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tenants.models import Role, State

from .circumstances import ACTING
from .labels import code_told, label_of
from .queries import model_of


def who(entry):
    """The name at that time and, in brackets, as what they acted."""
    name = entry.actor_name or (_("Khách, chưa đăng nhập") if entry.remote_address else _("Hệ thống"))
    roles = ", ".join(_role(code) for code in entry.acting_as.split(",") if code)
    return f"{name} ({roles})" if roles else name


def _role(code):
    if code == ACTING:
        return _("tỉnh làm thay")
    return str(Role(code).label) if code in Role else code


def what(entry):
    """What was done or tried, and what it changed: "Thay đổi trạng thái: Đang xây dựng → Đang hoạt động"."""
    words = "; ".join(word for word in (_change(entry), *_facts(entry)) if word)
    return f"{_action(entry)}: {words}" if words else _action(entry)


def _action(entry):
    label, model = label_of(code_told(entry)), model_of(entry)
    is_page = model is not None and hasattr(model, "url_path")
    text = str(label.of_page if is_page and label.of_page else label.text)
    return text % {"kind": kind_of(entry)} if "%(kind)s" in text else text


def kind_of(entry):
    """What kind of thing an entry tells of; "" for none."""
    try:
        return str(apps.get_model(entry.target_model)._meta.verbose_name) if entry.target_model else ""
    except LookupError:
        return entry.target_model


def _change(entry):
    before, after = entry.detail.get("before"), entry.detail.get("after")
    if isinstance(after, dict):
        return "; ".join(_fields(model_of(entry), before or {}, after))
    if isinstance(after, list):
        return ", ".join(after)
    if after is None:
        return ""
    if entry.action == "portal.state":
        before, after = (dict(State.choices).get(value, value) for value in (before, after))
    return f"{before} → {after}"


def _fields(model, before, after):
    """The facts that changed, by the names they have on their form; of those that point elsewhere the name alone."""
    known = {field.attname: field for field in model._meta.concrete_fields} if model else {}
    for name, value in after.items():
        field, old = known.get(name), before.get(name)
        if old == value:
            continue
        label, choices = (field.verbose_name, dict(field.flatchoices)) if field else (name, {})
        shown = [_value(choices.get(side, side)) for side in (old, value)]
        yield str(label) if field and field.is_relation else f"{label}: {' → '.join(shown)}"


def _value(value):
    return "—" if value in (None, "") else str(value)


def _facts(entry):
    detail = entry.detail
    if "role" in detail:
        yield _role(detail["role"])
    for name in ("until", "go_live"):
        if moment := parse_datetime(str(detail.get(name, ""))):
            yield _("đến %(moment)s") % _moment(moment) if name == "until" else _("lúc %(moment)s") % _moment(moment)
    if "note" in detail:
        yield _("lý do: %(reason)s") % {"reason": detail["note"]}
    if "what" in detail:
        yield str(detail["what"])
    if "times" in detail:
        yield _("lần thứ %(count)s trong một phút") % {"count": detail["times"]}
    if entry.refused and entry.path:
        yield _place(entry.path)


def _place(path):
    """The title of the screen at this address with the address behind it; the address alone where none is known."""
    try:
        view = resolve(path).func
    except Resolver404:
        return path
    of_class = getattr(getattr(view, "view_class", None), "page_title", "")
    title = getattr(view, "view_initkwargs", {}).get("page_title") or of_class
    return f"{title} ({path})" if title and isinstance(title, (str, Promise)) else path


def moment_in_words(moment):
    """Day and minute, in the province's time, as the forms write them."""
    return date_format(localtime(moment), "d/m/Y H:i")


def second_in_words(moment):
    """The same with seconds: in a log the order within a minute counts."""
    return date_format(localtime(moment), "d/m/Y H:i:s")


def _moment(moment):
    return {"moment": moment_in_words(moment)}
