"""The edit form of a document: it refuses a second copy of a published one, and dates that cannot both be right."""

from django.apps import apps
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from cms.pages.partial_dates import Precision, show

from .identity import twin_of
from .numbers import number_key
from .order import known_day
from .rows import refuse_rows

DATES = ("issue", "effective", "expiry")


class DocumentForm(WagtailAdminPageForm):
    """A draft is never refused; whoever submits or publishes is told which document is the other one."""

    def clean(self):
        data = super().clean()
        for name in DATES:
            if self._is_taken_back(name):
                data[f"{name}_precision"] = Precision.UNKNOWN
        return data

    def _is_taken_back(self, name):
        """Emptied by somebody who left beside it what the portal had written there."""
        day, precision = f"{name}_date", f"{name}_precision"
        had = self.initial.get(day) and not self.data.get(day)
        return bool(had) and self.cleaned_data.get(precision) == self.initial.get(precision)

    def get_field_updates_for_resave(self):
        """How well a date is known follows from it; the open form says so after it saved itself."""
        written = {f"{name}_precision": getattr(self.instance, f"{name}_precision") for name in DATES}
        said = [(name, str(value)) for name, value in written.items() if self.data.get(name, value) != value]
        return [*super().get_field_updates_for_resave(), *said]

    def _post_clean(self):
        super()._post_clean()
        if self.is_deferred_validation or self.instance.alias_of_id:
            return
        parent = self.parent_page
        twin = twin_of(self.instance, self.instance.portal_id or getattr(parent, "portal_id", None))
        if twin is not None:
            self.add_error("number", _told(twin))
        if "expiry_date" not in self.errors and (text := _contradiction(self.instance)):
            self.add_error("expiry_date", text)

    def is_valid(self):
        """A row of relations does not know yet whose it is, nor which document of the portal its number means."""
        if not super().is_valid() or self._names_itself():
            return False
        self._know_numbers()
        return self.is_deferred_validation or not refuse_rows(self.instance, self._relation_rows())

    def _relation_rows(self):
        formset = self.formsets.get("relations")
        forms = formset.forms if formset is not None else []
        return [form for form in forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]

    def _know_numbers(self):
        """A number typed into a relation becomes the one live document of the portal that bears it, if any does."""
        rows = [form for form in self._relation_rows() if _is_by_number(form)]
        portal_id = self.instance.portal_id or getattr(self.parent_page, "portal_id", None)
        found = documents_by_number(portal_id, without=self.instance.pk) if rows else {}
        for form in rows:
            documents = found.get(number_key(form.cleaned_data["target_number"]), [])
            if len(documents) == 1:
                form.instance.target = documents[0]

    def _names_itself(self):
        found = False
        for form in self._relation_rows() if self.instance.pk else []:
            row = form.cleaned_data
            if row.get("target") is not None and row["target"].pk == self.instance.pk:
                form.add_error("target", _("Một văn bản không thể có quan hệ với chính nó."))
                found = True
        return found


def _is_by_number(form):
    row = form.cleaned_data
    return bool(row.get("target_number")) and row.get("target") is None


def documents_by_number(portal_id, *, without=None):
    """{key of the whole number: [live documents of the portal]}, in one query."""
    documents = apps.get_model("pages.LegalDocumentPage").objects.live().filter(portal=portal_id).exclude(number="")
    found = {}
    for document in documents.exclude(pk=without).only("number", "title"):
        found.setdefault(number_key(document.number), []).append(document)
    return found


def _contradiction(page):
    """What is wrong with the day of expiry, or "". Of a month or a year alone nothing is said."""
    last = known_day(page, "expiry")
    effective, issued = known_day(page, "effective"), known_day(page, "issue")
    if last and effective and last < effective:
        text = _("Văn bản không thể hết hiệu lực trước ngày có hiệu lực (%(day)s). Hãy xem lại hai ngày này.")
        return text % {"day": show(effective, Precision.DAY)}
    if last and issued and last < issued:
        text = _("Văn bản không thể hết hiệu lực trước ngày ban hành (%(day)s). Hãy xem lại hai ngày này.")
        return text % {"day": show(issued, Precision.DAY)}
    return ""


def _told(twin):
    text = _(
        "Cổng đã đăng văn bản có cùng số, ký hiệu, cơ quan và ngày ban hành: {link}. "
        "Hãy sửa văn bản đó, hoặc xem lại ba thông tin này. Bạn vẫn lưu nháp được."
    )
    address = reverse("wagtailadmin_pages:edit", args=[twin.pk])
    return format_html(text, link=format_html('<a href="{}">{}</a>', address, twin.get_admin_display_title()))
