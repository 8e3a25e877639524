"""Who may sign an answer on a day: holders of a right title by the register of appointments, and valid delegates."""

import re
from dataclasses import dataclass

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.pages.people.models import Post, held_on

from .models import Delegation, OfficialTitle, SigningAccount, SigningForm
from .settings import Titles, folded

PARTS = re.compile(r",|;|\s+[-–]\s+|\bkiêm\b")  # "Phó Bí thư Đảng ủy, Chủ tịch UBND xã" is two posts
UNSAID = {"ubnd", "thường", "trực"}  # words that a register leaves out or adds without meaning another title


@dataclass(frozen=True)
class Signer:
    """A person who may sign. `title` is the listed one, None if a delegate's own post is not on the list.

    `signed_for`: name of the title in whose place is signed, with `form` (KT., TL., TUQ.); both empty for one's own.
    """

    person_name: str
    title: OfficialTitle | None
    form: str
    signed_for: str
    post: Post

    @property
    def title_name(self):
        """The title that stays in the record."""
        return self.title.name if self.title else self.post.title_vi

    @property
    def key(self):
        """Tells the signers of one account apart, and stays the same from one request to the next."""
        return f"{self.form}|{self.title_name}|{self.signed_for}"


def signers_of(user, *, portal, kind, day):
    """Signers that this account may sign as on a local day, own titles first; [] for nobody.

    Needs a scope that reaches the portal.
    """
    if user.is_superuser or not user.is_active:
        return []
    titles = Titles()
    posts = _posts_of(user, portal=portal, day=day)
    matched = [(post, match(post.title_vi, portal=portal, titles=titles)) for post in posts]
    own = [
        Signer(post.person.name, title, SigningForm.OWN, "", post)
        for post, title in matched
        if title and titles.may_sign(title, portal=portal, kind=kind)
    ]
    return own + _as_delegate(matched, titles, portal=portal, kind=kind, day=day)


def person_of(user, portal):
    """The person of the portal's register whose account this is, as the chief has said; None for nobody's."""
    row = SigningAccount.objects.filter(user=user, portal=portal).select_related("person").first()
    return row.person if row else None


def _posts_of(user, *, portal, day):
    people = SigningAccount.objects.filter(user=user, portal=portal).values("person")
    posts = Post.objects.filter(held_on(day), portal=portal, person__in=people)
    return list(posts.select_related("person").order_by("order", "pk"))


def _as_delegate(matched, titles, *, portal, kind, day):
    """Who has left every post is nobody's delegate any more, whatever the paper says."""
    if not matched:
        return []
    post, title = matched[0]
    valid = Delegation.objects.filter(Q(to_date=None) | Q(to_date__gte=day), portal=portal, from_date__lte=day)
    valid = valid.filter(Q(kind=None) | Q(kind=kind), person=post.person_id).select_related("signs_for")
    return [
        Signer(post.person.name, title, delegation.form, delegation.signs_for.name, post)
        for delegation in valid
        if titles.may_sign(delegation.signs_for, portal=portal, kind=kind)
    ]


def why_not(user, *, portal, kind, day):
    """A sentence that says why this account cannot sign on a day, and what to do; "" if it can."""
    if signers_of(user, portal=portal, kind=kind, day=day):
        return ""
    shown = date_format(day, "d/m/Y")
    if user.is_superuser or not user.is_active:
        return _("Tài khoản vận hành không ký thay lãnh đạo đơn vị.")
    if not SigningAccount.objects.filter(user=user, portal=portal).exists():
        return _("Tài khoản này chưa gắn với cán bộ nào trong danh bạ: trưởng ban biên tập gắn ở phần thiết lập ký.")
    posts = _posts_of(user, portal=portal, day=day)
    if not posts:
        text = _("Ngày %(day)s người ký không giữ chức vụ nào theo danh bạ: hãy kiểm tra ngày giữ chức.")
        return text % {"day": shown}
    words = {"title": ", ".join(post.title for post in posts), "day": shown, "kind": kind}
    text = _(
        "Ngày %(day)s chức vụ “%(title)s” không được ký loại “%(kind)s”, cũng không có giao ký thay còn hiệu lực."
    )
    return text % words


def match(post_title, *, portal, titles=None):
    """The title of the list that a post of this portal's register means; None if it means none.

    "Chủ tịch Ủy ban nhân dân", "Chủ tịch UBND xã An Bình" and "Chủ tịch" in Xã An Bình's register are all
    "Chủ tịch UBND xã".
    """
    titles = titles or Titles()
    parts = [folded(part).removeprefix("quyền ") for part in [post_title, *PARTS.split(post_title)]]
    exact = [title for title in map(titles.find, parts) if title]
    alike = [_meant(part, titles, portal) for part in parts]
    ordered = [*(title for title in exact if _is_of(title, portal)), *filter(None, alike), *exact]
    return ordered[0] if ordered else None


def _meant(written, titles, portal):
    found = [t for name, t in titles.by_name.items() if _is_of(t, portal) and _means(written, name, portal)]
    return max(found, key=lambda title: len(title.name), default=None)


def _is_of(title, portal):
    return portal.group in title.signs_for


def _means(written, listed, portal):
    """Do they begin alike, and is what one of them says more the portal's own name, or nothing?"""
    told = ([word for word in title.split() if word not in UNSAID] for title in (written, listed))
    shorter, longer = sorted(told, key=len)
    if not shorter or longer[: len(shorter)] != shorter:
        return False
    return set(longer[len(shorter) :]) <= set(folded(portal.name).split())
