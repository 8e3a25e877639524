""" "Tất cả": every case of the portal, narrowed by where it stands, topic, days of asking, number, code and words."""

import re

from django import forms
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.questions.codes import tidy
from cms.questions.models import Stage
from tenants.alphabet import in_alphabet

from .rows import cases_of

LONGEST = 100  # characters looked for
NUMBER = re.compile(r"[0-9]{1,18}")


class State(TextChoices):
    """What the list can be narrowed to, beside the stages."""

    OPEN = "open", _("Chưa trả lời")
    OVERDUE = "overdue", _("Quá hạn")
    AT_THE_ASKER = "at_the_asker", _("Chờ người hỏi làm rõ")
    REMOVED = "removed", _("Đã loại")
    SPLIT = "split", _("Đã tách")


class FilterForm(forms.Form):
    """`topics` are those that the portal's cases name."""

    q = forms.CharField(
        label=_("Số, mã tra cứu hoặc từ trong câu hỏi"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search"}),
        help_text=_("Ví dụ: 137; đường thôn 3; mã mà người gọi đọc."),
    )
    state = forms.ChoiceField(label=_("Giai đoạn"), required=False, help_text=_("Ví dụ: Quá hạn."))
    topic = forms.ChoiceField(label=_("Chủ đề"), required=False, help_text=_("Ví dụ: Đất đai."))
    first = forms.DateField(
        label=_("Hỏi từ ngày"), required=False, widget=AdminDateInput, help_text=_("Ví dụ: 01/01/2026.")
    )
    last = forms.DateField(
        label=_("Đến hết ngày"), required=False, widget=AdminDateInput, help_text=_("Ví dụ: 31/03/2026.")
    )

    def __init__(self, *args, topics, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [("", _("Tất cả")), *State.choices, *Stage.choices]
        self.fields["topic"].choices = [("", _("Tất cả")), *((topic, topic) for topic in topics)]


def topics_of(portal):
    """Topics that the portal's cases name, in the order of the alphabet."""
    named = cases_of(portal).exclude(topic="").order_by().values_list("topic", flat=True)
    return sorted(named.distinct(), key=in_alphabet)


def narrowed(portal, form, *, today):
    """The portal's cases that fit what was asked for, the newest first; what was not understood narrows nothing."""
    wanted = form.cleaned_data if form.is_valid() else getattr(form, "cleaned_data", {})
    cases = cases_of(portal)
    if words := (wanted.get("q") or "").strip():
        cases = cases.filter(_says(words))
    if state := wanted.get("state"):
        cases = cases.filter(_stands(state, today))
    if topic := wanted.get("topic"):
        cases = cases.filter(topic=topic)
    for name, lookup in (("first", "asked_at__date__gte"), ("last", "asked_at__date__lte")):
        if day := wanted.get(name):
            cases = cases.filter(**{lookup: day})
    return cases.order_by("-asked_at", "-pk")


def _says(words):
    """A number, a whole code as it is read out, or words as they are typed: in small letters, or as a sentence begins.

    A part of a code finds nothing: a code that can be found out letter by letter is no secret.
    """
    says = Q(code=tidy(words))
    if NUMBER.fullmatch(words):
        says |= Q(pk=words)
    for spelling in {words, words.lower(), words.capitalize()}:  # SQLite folds no Vietnamese letters
        says |= Q(text__icontains=spelling) | Q(subject__icontains=spelling)
    return says


def _stands(state, today):
    kept = Q(removal="", is_split=False)
    waits = kept & ~Q(stage=Stage.ANSWERED)
    stands = {
        State.OPEN: waits,
        State.OVERDUE: waits & Q(due_on__lt=today, stands_since__isnull=True),
        State.AT_THE_ASKER: waits & Q(stands_since__isnull=False),
        State.REMOVED: ~Q(removal=""),
        State.SPLIT: Q(is_split=True),
    }
    return stands.get(state, kept & Q(stage=state))
