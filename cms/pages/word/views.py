"""The screen "Nhập từ Word": choose a file, get a draft."""

from django import forms
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.pages.media.checks import Door, allowed_words, checked
from cms.pages.media.checks.file_names import extension_of
from cms.pages.models import PortalPage

from .actions import add_word, bring_word
from .page_types import has_blocks, may_become, may_fill, takes_word
from .report import Unreadable

TITLE = gettext_lazy("Nhập từ Word")


class WordForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Tệp Word"), widget=forms.FileInput(attrs={"accept": ".docx"}), allow_empty_file=True
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _("%(allowed)s Ví dụ: bao-cao-quy-1.docx.") % {
            "allowed": allowed_words(Door.WORD)
        }

    def clean_file(self):
        file = checked(self.cleaned_data["file"], door=Door.WORD)
        if extension_of(file.name) != "docx":
            words = _("Tệp này không phải Word đuôi DOCX. Hãy mở trong Word, chọn Lưu thành → Word (.docx).")
            raise ValidationError(f"{words} {allowed_words(Door.WORD)}", code="upload")
        return file


class WordImportView(WagtailAdminTemplateMixin, FormView):
    template_name = "pages/admin/word.html"
    form_class = WordForm
    page_title = TITLE
    header_icon = "upload"
    _show_breadcrumbs = True

    def dispatch(self, request, page_type, parent_page_id):
        self.parent = get_object_or_404(PortalPage.objects, pk=parent_page_id).specific
        self.model = _page_type(page_type)
        if not may_become(self.model, self.parent, request.user):
            raise PermissionDenied
        return super().dispatch(request)

    def get_page_subtitle(self):
        return self.model.get_verbose_name()

    def get_breadcrumbs_items(self):
        listing = reverse("wagtailadmin_explore", args=[self.parent.pk])
        here = [{"url": listing, "label": self.parent.get_admin_display_title()}, {"url": "", "label": TITLE}]
        return [*self.breadcrumbs_items, *here]

    def get_context_data(self, **kwargs):
        own_form = reverse("wagtailadmin_pages:add", args=["pages", self.model._meta.model_name, self.parent.pk])
        return super().get_context_data(parent=self.parent, own_form=own_form, **kwargs)

    def bring(self, file):
        return bring_word(file, model=self.model, parent=self.parent, by=self.request.user)

    def form_valid(self, form):
        try:
            brought = self.bring(form.cleaned_data["file"])
        except (Unreadable, ValidationError) as error:
            form.add_error("file", error.messages if isinstance(error, ValidationError) else str(error))
            return self.form_invalid(form)
        _tell(self.request, brought)
        return redirect("wagtailadmin_pages:edit", brought.page.pk)


class WordIntoPageView(WordImportView):
    """A page that is born with its portal has its place already: the report goes into its draft."""

    def dispatch(self, request, page_id):
        self.page = get_object_or_404(PortalPage.objects, pk=page_id).specific
        self.parent, self.model = self.page.get_parent(), type(self.page)
        if not may_fill(self.page, request.user):
            raise PermissionDenied
        return super(WordImportView, self).dispatch(request)

    def get_context_data(self, **kwargs):
        own_form = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        more = {"page": self.page, "own_form": own_form, "has_blocks": has_blocks(self.model)}
        return super().get_context_data(**kwargs) | more

    def bring(self, file):
        return add_word(file, page=self.page, by=self.request.user)


def _page_type(name):
    try:
        model = apps.get_model("pages", name)
    except LookupError as error:
        raise Http404 from error
    if not issubclass(model, PortalPage) or not takes_word(model):
        raise Http404
    return model


def _tell(request, brought):
    """What came along, what did not, and what is still to do."""
    words = _("Đã nhập thành bản nháp “%(title)s”: %(things)s. Hãy xem lại rồi gửi duyệt.")
    messages.success(request, words % {"title": brought.page.title, "things": _things(brought.counts)})
    if brought.left_out:
        left = ", ".join(f"{number} {name}" for name, number in brought.left_out.items())
        messages.warning(request, _("Không mang theo được: %(things)s.") % {"things": left})
    if brought.undescribed:
        words = ngettext(
            "Còn %(number)d ảnh chưa có mô tả. Hãy viết mô tả cho người không nhìn thấy ảnh.",
            "Còn %(number)d ảnh chưa có mô tả. Hãy viết mô tả cho người không nhìn thấy ảnh.",
            brought.undescribed,
        )
        messages.warning(request, words % {"number": brought.undescribed})


def _things(counts):
    """ "2 đề mục, 3 đoạn văn, 1 bảng" """
    counted = {
        "heading": lambda number: ngettext("%(number)d đề mục", "%(number)d đề mục", number),
        "paragraph": lambda number: ngettext("%(number)d đoạn chữ", "%(number)d đoạn chữ", number),
        "table": lambda number: ngettext("%(number)d bảng", "%(number)d bảng", number),
        "picture": lambda number: ngettext("%(number)d ảnh", "%(number)d ảnh", number),
    }
    return ", ".join(words(counts[kind]) % {"number": counts[kind]} for kind, words in counted.items() if counts[kind])
