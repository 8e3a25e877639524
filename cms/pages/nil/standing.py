"""How a declaration stands on a day, in a word that the screen shows."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cms.pages.sections import find_section

from .models import NilDeclaration


class Standing(TextChoices):
    WAITING = "waiting", _("Chờ lãnh đạo ký")
    IN_FORCE = "in_force", _("Đang hiện cho người dân")
    HIDDEN = "hidden", _("Không hiện: chuyên mục đã có nội dung")
    AHEAD = "ahead", _("Đã ký, chưa đến ngày")
    OVER = "over", _("Đã hết thời gian")
    UNSIGNED = "unsigned", _("Hết thời gian, chưa ký")
    WITHDRAWN = "withdrawn", _("Đã rút")


@dataclass(frozen=True)
class Row:
    """A declaration as the screen lists it."""

    declaration: NilDeclaration
    section: str
    standing: Standing

    @property
    def is_waiting(self):
        return self.standing == Standing.WAITING

    @property
    def can_be_withdrawn(self):
        return self.standing in (Standing.WAITING, Standing.IN_FORCE, Standing.HIDDEN, Standing.AHEAD)


def standing_of(declaration, *, today, filled):
    """The Row of a declaration; `filled` are codes of sections that hold something now."""
    section = find_section(declaration.section)
    title = section.title if section else declaration.section
    return Row(declaration, title, _standing(declaration, today, is_filled=declaration.section in filled))


def _standing(declaration, today, *, is_filled):
    if declaration.withdrawn_at:
        return Standing.WITHDRAWN
    if declaration.to_date < today:
        return Standing.OVER if declaration.signed_at else Standing.UNSIGNED
    if not declaration.signed_at:
        return Standing.WAITING
    if declaration.from_date > today:
        return Standing.AHEAD
    return Standing.HIDDEN if is_filled else Standing.IN_FORCE
