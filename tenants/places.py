"""Where a portal may stand: what is above it, who scores it, and beside whom. Each rule raises Refused."""

import unicodedata

from django.utils.translation import gettext as _

from .models import Level, Portal, ScoredBy
from .refusals import Refused

ABOVE_COMMUNES = (Level.DISTRICT, Level.PROVINCE)


def check_place(portal):
    """Ask every rule of a portal that was made or changed and is not saved yet. Raises Refused."""
    for rule in (_one_province, _nothing_above_itself, _commune_below_district, _district_scores_below, _one_name):
        rule(portal)


def _one_province(portal):
    if portal.level == Level.PROVINCE and Portal.objects.filter(level=Level.PROVINCE).exclude(pk=portal.pk).exists():
        raise Refused(_("Hệ thống đã có cổng cấp tỉnh."), field="level")


def _nothing_above_itself(portal):
    above, seen = portal.parent, {portal.pk}
    while above is not None:
        if above.pk in seen:
            raise Refused(_("Vòng quản lý khép kín."), field="parent")
        seen.add(above.pk)
        above = above.parent


def _commune_below_district(portal):
    above = getattr(portal.parent, "level", None)
    if portal.level == Level.COMMUNE and above not in ABOVE_COMMUNES:
        words = _("Đơn vị quản lý của một xã phải là huyện hoặc tỉnh.")
        raise Refused(words, field="parent")


def _district_scores_below(portal):
    above = getattr(portal.parent, "level", None)
    if portal.scored_by == ScoredBy.DISTRICT and above != Level.DISTRICT:
        words = _("Chỉ đơn vị thuộc huyện mới do huyện chấm: hãy chọn huyện ở “Đơn vị quản lý”, hoặc “Tỉnh chấm”.")
        raise Refused(words, field="scored_by")


def _one_name(portal):
    """Capitals and spaces make no other name; accents do."""
    beside = Portal.objects.filter(parent=portal.parent_id).exclude(pk=portal.pk).values_list("name", flat=True)
    if _folded(portal.name) in {_folded(name) for name in beside}:
        words = _("Cùng đơn vị quản lý đã có cổng tên “%(name)s”.") % {"name": portal.name}
        raise Refused(words, field="name")


def _folded(name):
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
