"""What is done to the register: a leader changes, a post ends, somebody new comes, the directory is confirmed.

Each is one transaction with one entry in the log; a wrong value is a ValidationError at its field, and nothing is
written.
"""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.pages.bilingual.language import SOURCE, content_language
from cms.pages.media.models import PortalImage
from tenants.audit import record, register
from tenants.audit.labels import Group

from .models import Post
from .queries import held, held_by

# What belongs to the post and not to the person: the successor has it too. Mobile and e-mail are the person's.
OF_THE_POST = ("kind", "unit", "order", "fax", "title_vi", "title_en", "duties_vi", "duties_en")
LONGEST_AHEAD, LONGEST_AGO = timedelta(days=366), timedelta(days=366 * 60)  # beyond is a slip of the finger

register(
    Group.CONTENT,
    {
        "post.replaced": gettext_lazy("Thay người giữ chức vụ"),
        "post.ended": gettext_lazy("Kết thúc chức vụ"),
        "post.confirmed": gettext_lazy("Xác nhận chức vụ, số điện thoại vẫn đúng"),
        "directory.confirmed": gettext_lazy("Xác nhận cả danh bạ vẫn đúng"),
    },
)


def in_words(day):
    return date_format(day, "d/m/Y")


@transaction.atomic
def replace_holder(post, successor, *, first_day, by, now, day, ends_others=False, **values):
    """End the post the day before `first_day` and give it to the successor (a Person, saved or new) from then on.

    `values` are the new post's own: phone, mobile, email, decision. Returns the new post. What the predecessor held
    besides stays; with `ends_others` the successor's other posts of this kind end. Raises ValidationError.
    """
    post = Post.objects.select_for_update().select_related("person").get(pk=post.pk)
    _check_first_day(post, first_day, day)
    if successor.pk:
        _check_successor(post, successor, first_day)
    _check_not_followed(post)
    if post.to_date is None or post.to_date >= first_day:
        _end(post, first_day - timedelta(days=1))
    if successor.pk and ends_others:
        for other in held_by(successor, first_day, post.kind).exclude(from_date__gte=first_day):
            _end(other, first_day - timedelta(days=1))
    with content_language(SOURCE):
        successor.save()
        kept = {name: getattr(post, name) for name in OF_THE_POST}
        new = Post(portal=post.portal, person=successor, from_date=first_day, confirmed_on=day, **{**kept, **values})
        new.full_clean()
        new.save()
    change = {"before": post.person.name, "after": successor.name, "what": in_words(first_day)}
    record("post.replaced", portal=post.portal_id, by=by, now=now, target=new, detail=change)
    return new


def _end(post, last_day):
    post.to_date = last_day
    post.save(update_fields=["to_date"])


def _check_first_day(post, first_day, day):
    if not day - LONGEST_AGO <= first_day <= day + LONGEST_AHEAD:
        raise ValidationError({"first_day": _("Xin xem lại năm: ngày này quá xa hôm nay.")})
    if post.from_date and first_day <= post.from_date:
        said = _("%(name)s giữ chức vụ này từ %(day)s: người mới phải bắt đầu sau ngày đó.")
        raise ValidationError({"first_day": said % {"name": post.person.name, "day": in_words(post.from_date)}})


def _check_successor(post, successor, first_day):
    if successor.pk == post.person_id:
        raise ValidationError({"person": _("Đây là người đang giữ chức vụ. Hãy chọn người khác.")})
    if held(_same_post(post).filter(person=successor), first_day).exists():
        raise ValidationError({"person": _("Người này đã giữ chức vụ này vào ngày đó rồi.")})


def _check_not_followed(post):
    """Whoever was named by mistake is corrected in their own row; a second successor would stand beside them."""
    next_day = post.to_date and post.to_date + timedelta(days=1)
    follower = _same_post(post).filter(from_date=next_day).select_related("person").first() if next_day else None
    if follower is not None:
        said = _(
            "%(name)s đã nhận chức vụ này từ %(day)s. Muốn sửa thì mở dòng của người đó; "
            "thêm một người cùng chức danh thì bấm Thêm cán bộ."
        )
        raise ValidationError(said % {"name": follower.person.name, "day": in_words(next_day)})


def _same_post(post):
    """All posts of the same title and kind in the same unit, whoever holds them."""
    return Post.objects.filter(portal=post.portal_id, kind=post.kind, unit=post.unit_id, title_vi=post.title_vi)


@transaction.atomic
def end_post(post, *, last_day, by, now, day):
    """Nobody follows, or not yet: the post is held for the last time on `last_day`."""
    post = Post.objects.select_for_update().select_related("person").get(pk=post.pk)
    if not day - LONGEST_AGO <= last_day <= day + LONGEST_AHEAD:
        raise ValidationError({"last_day": _("Xin xem lại năm: ngày này quá xa hôm nay.")})
    if post.from_date and last_day < post.from_date:
        said = _("Chức vụ bắt đầu từ %(day)s: ngày cuối cùng không thể trước đó.")
        raise ValidationError({"last_day": said % {"day": in_words(post.from_date)}})
    _end(post, last_day)
    record("post.ended", portal=post.portal_id, by=by, now=now, target=post, detail={"what": in_words(last_day)})
    return post


@transaction.atomic
def add_member(person, *, day, **values):
    """A person (saved or new) with a first post; whoever types it in vouches for it. Returns the post."""
    with content_language(SOURCE):
        person.save()
        post = Post(portal=person.portal, person=person, confirmed_on=day, **values)
        post.full_clean()
        post.save()
    return post


def add_photo(person, upload, *, by):
    """A portrait for a person: a picture of the portal's own collection."""
    person.photo = PortalImage.objects.create(
        title=person.name,
        file=ImageFile(upload, name=upload.name),
        collection=person.portal.collection,
        uploaded_by_user=by,
    )


@transaction.atomic
def confirm_directory(portal, *, by, now, day):
    """Everything that the portal's directory says today is still right. Returns how many posts that are."""
    number = held(Post.objects.filter(portal=portal), day).update(confirmed_on=day)
    if number:
        said = _("%(number)s chức vụ") % {"number": number}
        record("directory.confirmed", portal=portal, by=by, now=now, target=portal, detail={"what": said})
    return number


@transaction.atomic
def confirm_post(post, *, by, now, day):
    """This one post is still right."""
    Post.objects.filter(pk=post.pk).update(confirmed_on=day)
    record("post.confirmed", portal=post.portal_id, by=by, now=now, target=post)
