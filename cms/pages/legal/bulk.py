"""The screen that ties a document to many others at once: paste numbers, look at what was found, save."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from cms.pages.models import LegalDocumentPage
from cms.pages.models.document_relations import RelationKind

from .actions import add_relations
from .identity import DuplicateDocument
from .matching import MOST, State, match, numbers_in

TITLE = gettext_lazy("Thêm quan hệ hàng loạt")
SAVE, PUBLISH, CHANGE = "luu", "dang", "sua"
LEFT_OUT = (State.ITSELF, State.REPEATED, State.THERE, State.LATER, State.AGAINST)
NAMED = 30  # numbers that a message names


class BulkForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("Văn bản này làm gì với các văn bản kia?"),
        choices=RelationKind,
        help_text=gettext_lazy("Ví dụ: Bãi bỏ."),
    )
    is_partial = forms.BooleanField(
        label=gettext_lazy("Chỉ một phần"),
        required=False,
        help_text=gettext_lazy("Đánh dấu khi chỉ thay thế, bãi bỏ vài điều. Ví dụ: chỉ Điều 5."),
    )
    numbers = forms.CharField(
        label=gettext_lazy("Số, ký hiệu của các văn bản kia"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("Mỗi số một dòng, hoặc cách nhau bằng dấu phẩy. Ví dụ: 12/2019/QĐ-UBND, 3098."),
    )

    def clean_numbers(self):
        text = self.cleaned_data["numbers"]
        count = len(numbers_in(text))
        if not count:
            raise ValidationError(_("Hãy dán ít nhất một số, ký hiệu."))
        if count > MOST:
            told = _("Danh sách có %(count)d số; mỗi lần tối đa %(most)d. Hãy chia thành nhiều lần.")
            raise ValidationError(told % {"count": count, "most": MOST})
        return text


def bulk_button(page, user, view_name, next_url=None):
    """Beside the other deeds of a document's edit screen."""
    if view_name == "edit" and isinstance(page.specific_deferred, LegalDocumentPage) and _may_edit(page, user):
        yield Button(str(TITLE), reverse("documents:relations", args=[page.pk]), icon_name="link", priority=15)


def bulk_relations(request, page_id):
    """One address: what to add is asked, shown, and saved; nothing is kept between two of these but the form."""
    page = get_object_or_404(LegalDocumentPage.objects.filter(alias_of__isnull=True), pk=page_id).specific
    if not _may_edit(page, request.user):
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    form = BulkForm(request.POST or None)
    lines = []
    if request.method == "POST" and form.is_valid() and CHANGE not in request.POST:
        asked = form.cleaned_data
        lines = match(draft, asked["kind"], asked["numbers"], is_partial=asked["is_partial"])
        if SAVE in request.POST or PUBLISH in request.POST:
            saved = _save(request, page, form, lines)
            if saved is not None:
                return saved
    return TemplateResponse(request, "pages/admin/documents/bulk.html", _context(request, page, form, lines))


def _may_edit(page, user):
    rights = page.permissions_for_user(user)
    return not page.alias_of_id and rights.can_edit() and not rights.page_locked()


def _save(request, page, form, lines):
    """The answer after saving, or None when there is nothing to save or publishing was refused."""
    taken = _taken(lines, request.POST)
    additions = list(dict.fromkeys(taken.values()))  # two numbers may be of one document
    if not additions:
        messages.warning(request, _("Chưa chọn văn bản nào để thêm."))
        return None
    publish = PUBLISH in request.POST and page.permissions_for_user(request.user).can_publish()
    asked = {"kind": form.cleaned_data["kind"], "is_partial": form.cleaned_data["is_partial"]}
    try:
        add_relations(page, additions, by=request.user, publish=publish, **asked)
    except DuplicateDocument:  # the refusal has said why
        return None
    left_out = [line.text for place, line in enumerate(lines) if place not in taken and line.state != State.REPEATED]
    messages.success(request, " ".join(filter(None, [_told(len(additions), publish=publish), _named(left_out)])))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _told(count, *, publish):
    if publish:
        return ngettext("Đã thêm và đăng %(n)d quan hệ.", "Đã thêm và đăng %(n)d quan hệ.", count) % {"n": count}
    text = ngettext("Đã thêm %(n)d quan hệ vào bản nháp.", "Đã thêm %(n)d quan hệ vào bản nháp.", count)
    return text % {"n": count}


def _named(numbers):
    """What of the list was not added: somebody who pasted two hundred must not count."""
    if not numbers:
        return ""
    more = len(numbers) - NAMED
    names = {"numbers": ", ".join(numbers[:NAMED]), "more": more}
    return (_("Không thêm: %(numbers)s và %(more)d số khác.") if more > 0 else _("Không thêm: %(numbers)s.")) % names


def _taken(lines, data):
    """{place: what was chosen there}: a target among those offered, or a number to be kept as text."""
    chosen = {}
    for place, line in enumerate(lines):
        offered = {str(candidate.number): candidate.number for candidate in line.candidates}
        if line.state in (State.FOUND, State.AMBIGUOUS) and data.get(f"chon-{place}") in offered:
            chosen[place] = offered[data[f"chon-{place}"]]
        elif line.can_be_kept and data.get(f"chon-{place}") == "giu":
            chosen[place] = line.text
    return chosen


def _context(request, page, form, lines):
    groups = {state: [] for state in State}
    for place, line in enumerate(lines):
        groups[line.state].append((place, line))
    return {
        "page": page,
        "form": form,
        "lines": lines,
        "groups": {state.value: rows for state, rows in groups.items()},
        "skipped": [row for state in LEFT_OUT for row in groups[state]],
        "can_publish": page.permissions_for_user(request.user).can_publish(),
        "page_title": TITLE,
        "own_title": page.get_admin_display_title(),
        "header_title": TITLE,
        "header_icon": "link",
        "back_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }
