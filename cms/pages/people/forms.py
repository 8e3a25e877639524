"""Forms in a clerk's words: who follows, since when; everything else is kept or may stay empty."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput

from cms.pages.accents import without_accents
from cms.pages.media.forms import PictureField
from cms.pages.phones import PHONE

from .alphabet import by_given_name
from .models import Person, Post, Unit
from .queries import held, units_in_order

PHONE_LENGTH = 30


def phone_field(label, help_text):
    return forms.CharField(
        label=label, required=False, max_length=PHONE_LENGTH, validators=[PHONE], help_text=help_text
    )


class WhoForm(forms.Form):
    """Somebody of the register, or a new name. `folded` names the fields that a `details` holds."""

    person = forms.ModelChoiceField(
        label=_("Chọn người đã có trong danh bạ"),
        queryset=Person.objects.none(),
        required=False,
        help_text=_("Người chưa có trong danh bạ thì để trống. Ví dụ: Nguyễn Văn An – Phó Chủ tịch."),
    )
    name = forms.CharField(
        label=_("Hoặc gõ họ tên người mới"),
        max_length=120,
        required=False,
        help_text=_("Ví dụ: Nguyễn Văn An."),
    )
    namesake = forms.BooleanField(
        label=_("Đây là người khác, trùng họ tên"),
        required=False,
        widget=forms.HiddenInput,
        help_text=_("Ví dụ: xã có hai ông Nguyễn Văn An."),
    )
    phone = phone_field(_("Điện thoại cơ quan"), _("Ví dụ: 0214 3840 034."))
    photo = PictureField(
        label=_("Ảnh chân dung"), required=False, help_text=_("Ảnh rõ mặt, nền sáng. Ví dụ: ảnh thẻ 4x6.")
    )
    biography = forms.CharField(
        label=_("Tiểu sử tóm tắt"),
        required=False,
        widget=AdminAutoHeightTextInput,
        help_text=_("Ít nhất 200 ký tự thì được tính điểm. Ví dụ: Sinh năm 1975; từ 2015 là Phó Chủ tịch ..."),
    )
    mobile = phone_field(_("Di động"), _("Số công vụ. Ví dụ: 0912 345 678."))
    email = forms.EmailField(
        label=_("Thư điện tử công vụ"), required=False, help_text=_("Ví dụ: an.nguyen@laocai.example.vn.")
    )
    decision_number = forms.CharField(
        label=_("Số quyết định"), required=False, max_length=80, help_text=_("Ví dụ: 45/QĐ-UBND.")
    )
    decision_date = forms.DateField(
        label=_("Ngày quyết định"), required=False, widget=AdminDateInput, help_text=_("Ví dụ: 20/06/2025.")
    )

    folded = ("photo", "biography", "mobile", "email", "decision_number", "decision_date")
    of_the_post = ("phone", "mobile", "email", "decision_number", "decision_date")

    def __init__(self, *args, portal, day, without=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.portal = portal
        people = Person.objects.filter(portal=portal)
        posts = Prefetch("posts", held(Post.objects.order_by("order", "pk"), day), to_attr="held_now")
        self.known = sorted(people.prefetch_related(posts), key=lambda person: by_given_name(person.name))
        self.fields["person"].queryset = people
        offered = [(person.pk, _with_title(person)) for person in self.known if person.pk != without]
        self.fields["person"].choices = [("", _now("– chọn người –")), *offered]

    @property
    def shown_first(self):
        return [field for field in self.visible_fields() if field.name not in self.folded]

    @property
    def shown_folded(self):
        return [field for field in self.visible_fields() if field.name in self.folded]

    @property
    def is_unfolded(self):
        """A mistake, or what was typed before one, does not hide."""
        return self.is_bound and any(field.errors or field.data for field in self.shown_folded)

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean(self):
        cleaned = super().clean()
        if "person" in self.errors or "name" in self.errors:
            return cleaned
        person, name = cleaned.get("person"), cleaned.get("name")
        if bool(person) == bool(name):
            both = _("Chỉ chọn một trong hai: người đã có trong danh bạ, hoặc gõ tên người mới.")
            neither = _("Hãy chọn người ở danh sách, hoặc gõ họ tên người mới vào ô này.")
            self.add_error("name", both if person else neither)
        elif name and not cleaned.get("namesake") and (known := self._named_so(name)):
            self.fields["namesake"].widget = forms.CheckboxInput()
            said = _(
                "Trong danh bạ đã có %(name)s. Hãy chọn ở danh sách; nếu là người khác trùng tên thì đánh dấu ô dưới."
            )
            self.add_error("name", ValidationError(said, params={"name": known.name}))
        return cleaned

    def _named_so(self, name):
        wanted = without_accents(name)
        return next((person for person in self.known if without_accents(person.name) == wanted), None)

    def whom(self):
        """The Person meant, changed or new but not saved yet, without the picture."""
        person = self.cleaned_data["person"] or Person(portal=self.portal, name=self.cleaned_data["name"])
        if self.cleaned_data["biography"]:
            person.biography_vi = self.cleaned_data["biography"]
        return person

    def values(self):
        return {name: self.cleaned_data[name] for name in self.of_the_post}


def _with_title(person):
    return f"{person.name} – {person.held_now[0].title}" if person.held_now else person.name


class SuccessorForm(WhoForm):
    first_day = forms.DateField(
        label=_("Giữ chức từ ngày"),
        widget=AdminDateInput,
        help_text=_("Người cũ thôi giữ chức vào hôm trước. Ví dụ: 01/07/2025."),
    )
    ends_others = forms.BooleanField(
        label=_("Người này thôi các chức vụ cùng loại đang giữ"),
        required=False,
        help_text=_("Đánh dấu khi người trong danh bạ chuyển sang chức vụ này. Ví dụ: Phó Chủ tịch lên Chủ tịch."),
    )

    duties = forms.CharField(
        label=_("Nhiệm vụ được phân công"),
        required=False,
        widget=AdminAutoHeightTextInput,
        help_text=_(
            "Lấy từ người tiền nhiệm. Người mới được phân công khác thì sửa ở đây; bản tiếng Anh cũ khi đó không dùng "
            "nữa. Ví dụ: Phụ trách kinh tế, đất đai, xây dựng."
        ),
    )

    field_order = ["person", "name", "namesake", "first_day", "ends_others", "phone", "duties"]

    def values(self):
        """Duties left as they were stay so in both languages; beside changed ones the old English would be wrong."""
        duties = self.cleaned_data["duties"]
        if duties.splitlines() == self.initial["duties"].strip().splitlines():
            return super().values()
        return {**super().values(), "duties_vi": duties, "duties_en": ""}


class MemberForm(WhoForm):
    """A person and their post at once."""

    title = forms.CharField(label=_("Chức vụ"), max_length=160, help_text=_("Ví dụ: Công chức Tư pháp - Hộ tịch."))
    title_en = forms.CharField(
        label=_("Chức vụ bằng tiếng Anh"), max_length=160, required=False, help_text=_("Ví dụ: Chairman.")
    )
    kind = forms.ChoiceField(
        label=_("Loại"),
        choices=Post.Kind.choices,
        initial=Post.Kind.STAFF,
        help_text=_("Cho biết người này hiện ở trang nào. Ví dụ: Lãnh đạo."),
    )
    unit = forms.ModelChoiceField(
        label=_("Đơn vị"),
        queryset=Unit.objects.none(),
        required=False,
        help_text=_("Ví dụ: Văn phòng. Lãnh đạo cơ quan thì để trống."),
    )
    from_date = forms.DateField(
        label=_("Từ ngày"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Ngày bắt đầu giữ chức. Ví dụ: 01/07/2025."),
    )
    duties = forms.CharField(
        label=_("Nhiệm vụ được phân công"),
        required=False,
        widget=AdminAutoHeightTextInput,
        help_text=_("Ví dụ: Phụ trách kinh tế, đất đai, xây dựng."),
    )

    field_order = ["name", "person", "namesake", "title", "kind", "unit", "phone"]
    folded = (*WhoForm.folded, "title_en", "from_date", "duties")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Họ và tên")
        self.fields["person"].label = _("Hoặc chọn người đã có trong danh bạ")
        self.fields["unit"].queryset = Unit.objects.filter(portal=self.portal)
        units = [(unit.pk, f"{'– ' * depth}{unit.name}") for depth, unit in units_in_order(self.portal)]
        self.fields["unit"].choices = [("", _now("– cơ quan –")), *units]

    def values(self):
        own = {name: self.cleaned_data[name] for name in ("kind", "unit", "from_date", "title_en")}
        translated = {"title_vi": self.cleaned_data["title"], "duties_vi": self.cleaned_data["duties"]}
        return {**super().values(), **own, **translated}


class LastDayForm(forms.Form):
    last_day = forms.DateField(
        label=_("Ngày cuối cùng giữ chức"),
        widget=AdminDateInput,
        help_text=_("Từ hôm sau, người này không còn hiện ở trang lãnh đạo và danh bạ. Ví dụ: 30/06/2025."),
    )
