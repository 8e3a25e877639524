"""Screens of one deed each: somebody follows, a post ends, somebody new comes, the directory is still right."""

from abc import ABC, abstractmethod
from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.base import BaseObjectMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from .actions import add_member, add_photo, confirm_directory, confirm_post, end_post, in_words, replace_holder
from .contact import contact_page, still_said
from .forms import LastDayForm, MemberForm, SuccessorForm
from .queries import ASKED_AFTER, held_by

INDEX_LABEL = gettext_lazy("Chức vụ, danh bạ")


_FOLLOWED = gettext_lazy("%(name)s giữ chức %(title)s từ ngày %(day)s. Trang lãnh đạo, danh bạ đã theo.")
_FOLLOW = gettext_lazy("%(name)s giữ chức %(title)s từ ngày %(day)s. Đến ngày đó, trang lãnh đạo, danh bạ tự đổi.")


class DeedView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView, ABC):
    """A form in the portal acted for; what the deed refuses is shown at its field, and nothing typed is lost."""

    model = None
    index_url_name = None
    edit_url_name = None
    permission_required = "change"
    template_name = "pages/admin/people/deed.html"
    submit_button_label = ""

    def dispatch(self, request, *args, **kwargs):
        if request.acting_portal is None:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def today(self):
        return timezone.localdate()

    @property
    def portal(self):
        return self.request.acting_portal

    def get_header_title(self):
        return self.get_page_title()

    def get_breadcrumbs_items(self):
        index = {"url": reverse(self.index_url_name), "label": INDEX_LABEL}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        back = reverse(self.index_url_name)
        context = {"action_url": self.request.path, "submit_button_label": self.submit_button_label, "back_url": back}
        context = super().get_context_data(**context, **kwargs)
        return {**context, "media": context["form"].media}

    def form_valid(self, form):
        try:
            with transaction.atomic():
                said = self.perform(form)
        except ValidationError as refusal:
            _show(refusal, form)
            return self.form_invalid(form)
        more, buttons = self.left_to_do(form)
        messages.success(self.request, " ".join(filter(None, [said, more])), buttons=buttons)
        return redirect(self.index_url_name)

    def form_invalid(self, form):
        messages.error(self.request, _("Chưa lưu được: xin xem lỗi bên dưới."))
        return super().form_invalid(form)

    @abstractmethod
    def perform(self, form):
        """Do it and return the sentence that says so. Raises ValidationError."""

    def left_to_do(self, form):
        """What the deed could not do by itself: a sentence, or "", and the buttons that lead there."""
        return "", []


def _show(refusal, form):
    """Each error at its field; what the form has no field for above it."""
    told = refusal.error_dict if hasattr(refusal, "error_dict") else {None: refusal.error_list}
    for name, errors in told.items():
        plain = name and name.removesuffix("_vi")
        form.add_error(plain if plain in form.fields else None, errors)


class OfPost(BaseObjectMixin, ABC):
    """About one post of the portal; another portal's is not there."""

    model = None

    def get_base_object_queryset(self):
        return super().get_base_object_queryset().select_related("person", "unit", "portal")

    @property
    def portal(self):
        return self.object.portal

    def get_context_data(self, **kwargs):
        return super().get_context_data(post=self.object, **kwargs)

    @abstractmethod
    def first_day_without(self, form):
        """From when on the holder of today does not hold the post."""

    def left_to_do(self, form):
        page = contact_page(self.portal)
        first_day = self.first_day_without(form)
        said = still_said(page, self.object, first_day) if page else ""
        if said and first_day > self.today:
            said = _("Trang Liên hệ thì không tự đổi: ngày %(day)s xin sửa ở đó.") % {"day": in_words(first_day)}
        if not said or not page.permissions_for_user(self.request.user).can_edit():
            return said, []
        return said, [messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Sửa trang Liên hệ"))]


class ReplaceView(OfPost, DeedView):
    """ "Thay người": the one place in which a leader changes."""

    page_title = gettext_lazy("Thay người")
    form_class = SuccessorForm
    submit_button_label = gettext_lazy("Thay người")

    def get_form_kwargs(self):
        return {
            **super().get_form_kwargs(), "portal": self.portal, "day": self.today, "without": self.object.person_id
        }  # fmt: skip

    def get_initial(self):
        return {"phone": self.object.phone, "first_day": self.today, "duties": self.object.duties_vi or ""}

    def perform(self, form):
        successor, by = form.whom(), self.request.user
        if form.cleaned_data["photo"]:
            add_photo(successor, form.cleaned_data["photo"], by=by)
        first_day = form.cleaned_data["first_day"]
        when = {"first_day": first_day, "by": by, "now": timezone.now(), "day": self.today}
        others = {"ends_others": form.cleaned_data["ends_others"]}
        new = replace_holder(self.object, successor, **when, **others, **form.values())
        names = {"name": successor.name, "title": new.title, "day": in_words(first_day)}
        said = (_FOLLOW if first_day > self.today else _FOLLOWED) % names
        return " ".join(filter(None, [said, self._left_over(first_day)]))

    def first_day_without(self, form):
        return form.cleaned_data["first_day"]

    def _left_over(self, day):
        """What the predecessor holds besides is another decision: it is named, not ended."""
        kept = [post.title for post in held_by(self.object.person, day)]
        if not kept:
            return ""
        words = {"name": self.object.person.name, "titles": ", ".join(kept)}
        return _("%(name)s còn giữ: %(titles)s. Nếu cũng thôi, bấm Thay người hoặc Kết thúc ở dòng đó.") % words


class EndView(OfPost, DeedView):
    page_title = gettext_lazy("Kết thúc chức vụ")
    form_class = LastDayForm
    submit_button_label = gettext_lazy("Kết thúc chức vụ")

    def get_initial(self):
        return {"last_day": self.object.to_date or self.today}

    def perform(self, form):
        last_day = form.cleaned_data["last_day"]
        post = end_post(self.object, last_day=last_day, by=self.request.user, now=timezone.now(), day=self.today)
        names = {"name": post.person.name, "title": post.title, "day": in_words(last_day)}
        return _("%(name)s thôi giữ chức %(title)s sau ngày %(day)s.") % names

    def first_day_without(self, form):
        return form.cleaned_data["last_day"] + timedelta(days=1)


class MemberView(DeedView):
    """ "Thêm cán bộ": a person and their post in one form."""

    page_title = gettext_lazy("Thêm cán bộ")
    permission_required = "add"
    form_class = MemberForm
    submit_button_label = gettext_lazy("Thêm cán bộ")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "portal": self.portal, "day": self.today}

    def perform(self, form):
        person = form.whom()
        if form.cleaned_data["photo"]:
            add_photo(person, form.cleaned_data["photo"], by=self.request.user)
        post = add_member(person, day=self.today, **form.values())
        return _("Đã thêm %(name)s, %(title)s.") % {"name": person.name, "title": post.title}


class ConfirmView(PermissionCheckedMixin, View):
    """ "Vẫn đúng": one tap for the whole directory, or for the one post in the address. Only by POST."""

    model = None
    index_url_name = None
    permission_required = "change"
    http_method_names = ["post", "options"]

    def post(self, request, *args, **kwargs):
        if request.acting_portal is None:
            raise PermissionDenied
        by = {"by": request.user, "now": timezone.now(), "day": timezone.localdate()}
        number = confirm_directory(request.acting_portal, **by)
        if number:
            said = _("Đã ghi nhận: cả danh bạ vẫn đúng (%(number)s chức vụ). %(days)s ngày nữa hệ thống hỏi lại.")
            messages.success(request, said % {"number": number, "days": ASKED_AFTER})
        else:
            messages.warning(request, _("Danh bạ chưa có ai đang giữ chức."))
        return redirect(get_valid_next_url_from_request(request) or reverse(self.index_url_name))


class ConfirmPostView(BaseObjectMixin, ConfirmView):
    def post(self, request, *args, **kwargs):
        confirm_post(self.object, by=request.user, now=timezone.now(), day=timezone.localdate())
        messages.success(request, _("Đã ghi nhận: %(post)s vẫn đúng.") % {"post": self.object})
        return redirect(get_valid_next_url_from_request(request) or reverse(self.index_url_name))
