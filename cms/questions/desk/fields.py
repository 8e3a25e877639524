"""What the small forms share: a reason chosen or typed, a unit found by typing, the version that was read."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from tenants.models import Portal

from .reasons import CAUSES, OTHER, READ_BY_THE_ASKER, REASONS, choices_of
from .units import MOST, Unit, matching, units

LONGEST_REASON = 1000  # characters


class ReasonMixin(forms.Form):
    """`reason` of REASONS[reasons], or typed, or both: cleaned_data["reason"] is then one sentence or two.

    Beside a field `removal` the chosen one must belong to that cause.
    """

    reasons = ""

    reason = forms.ChoiceField(
        label=gettext_lazy("Lý do"),
        widget=forms.RadioSelect,
        required=False,
        help_text=gettext_lazy("Chọn một lý do."),
    )
    words = forms.CharField(
        label=gettext_lazy("Lý do khác hoặc nói rõ thêm"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Không bắt buộc nếu đã chọn lý do. Ví dụ: Thửa đất nằm ở xã bên."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [*choices_of(self.reasons), (OTHER, _("Lý do khác (viết ở dưới)"))]
        if self.reasons in READ_BY_THE_ASKER:
            self.fields["reason"].help_text = _("Người hỏi đọc được lý do này. Chọn một lý do.")

    def clean(self):
        cleaned = super().clean()
        code, words = cleaned.get("reason", ""), (cleaned.get("words") or "").strip()
        chosen = self._sentence(code)
        if not chosen and not words and not self.errors:
            self.add_error("reason" if code != OTHER else "words", _("Hãy chọn hoặc viết lý do."))
        self._check_cause(cleaned.get("removal"), code)
        cleaned["reason"] = ". ".join(part for part in (chosen, words) if part)
        return cleaned

    def _check_cause(self, removal, code):
        if removal and code in CAUSES and CAUSES[code] != removal:
            words = _(
                "Lý do này không thuộc điều đã chọn ở “Loại vì”: hãy chọn lại một trong hai, hoặc tự viết lý do."
            )
            self.add_error("reason", words)

    def _sentence(self, code):
        with override("vi"):  # it stays in the case, whatever language the officer's screens speak
            return str(REASONS[self.reasons].get(code, ""))


class UnitMixin(forms.Form):
    """`unit` typed; cleaned_data["to"] is its Portal. Several of the name: `candidates` to choose from."""

    unit = forms.CharField(
        label=gettext_lazy("Đơn vị"),
        max_length=255,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-units": reverse_lazy("questions_desk:units")}),
        help_text=gettext_lazy("Gõ vài chữ của tên, không dấu cũng được. Ví dụ: ta phin."),
        error_messages={"required": gettext_lazy("Hãy gõ tên đơn vị.")},
    )
    slug = forms.CharField(required=False, widget=forms.HiddenInput)
    own_portal = None
    may_be_own = False

    @property
    def candidates(self):
        """Units to choose from where the typed words fit several."""
        return getattr(self, "_candidates", [])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("unit"):
            try:
                cleaned["to"] = self._find(cleaned["unit"], cleaned.get("slug", ""))
            except ValidationError as error:
                self.add_error("unit", error)
        return cleaned

    def _find(self, words, slug):
        choices = units(besides=None if self.may_be_own else self.own_portal)
        found = matching(words, choices)
        chosen = [unit for unit in found if unit.slug == slug] or found
        if not chosen:
            self._check_not_own(words)
            raise ValidationError(_("Không thấy đơn vị nào tên như vậy. Hãy gõ ít chữ hơn, ví dụ: ta phin."))
        if len(chosen) > 1:
            self._candidates = chosen[:MOST]
            raise ValidationError(_("Có nhiều đơn vị tên như vậy: hãy chọn một đơn vị bên dưới, hoặc gõ thêm chữ."))
        return Portal.objects.get(slug=chosen[0].slug)

    def _check_not_own(self, words):
        """The own unit is not offered; who names it reads why. Raises ValidationError."""
        own = self.own_portal
        if own and not self.may_be_own and matching(words, [Unit(own.slug, own.display_name, "")]):
            raise ValidationError(
                _("“%(name)s” là chính đơn vị của bạn, đang giữ câu hỏi này: hãy chọn đơn vị khác.")
                % {"name": own.display_name}
            )


class VersionMixin(forms.Form):
    """The version that the officer has read: somebody who acted meanwhile is told of, not written over."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
