"""What the contact page still says of somebody who left a post. That page is written by hand and follows nobody."""

import re
import unicodedata

from django.utils.translation import gettext as _

from cms.pages.accents import digits
from cms.pages.models import ContactPage

from .models import Post
from .queries import held


def contact_page(portal):
    """The portal's contact page as citizens read it, or None."""
    return ContactPage.objects.live().filter(portal=portal).first()


def still_said(page, post, day):
    """What this page shows of the post's holder, who has left it by the day, in sentences for the clerk; or ""."""
    name = post.person.name
    said = []
    if f" {_folded(name)} " in f" {_folded(page.responsible_name)} ":
        said.append(_("Trang Liên hệ vẫn ghi %(name)s là người chịu trách nhiệm về cổng.") % {"name": name})
    if _shows_number_of(page, post, day):
        words = {"name": name, "phone": page.phone}
        said.append(_("Trang Liên hệ vẫn ghi số điện thoại %(phone)s của %(name)s.") % words)
    return " ".join(said)


def _folded(name):
    """Accents stay: Ánh and Anh are two people."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _shows_number_of(page, post, day):
    """A number that somebody still has on that day, as the office's own, is right."""
    shown = _digits(page.phone)
    if not shown or shown not in {_digits(post.phone), _digits(post.mobile)}:
        return False
    others = held(Post.objects.filter(portal=post.portal_id), day).exclude(pk=post.pk)
    return shown not in {_digits(number) for pair in others.values_list("phone", "mobile") for number in pair}


def _digits(phone):
    """ "+84 214 3840 001" and "0214 3840 001" are one number."""
    return re.sub("^(00)?84", "0", digits(phone))
