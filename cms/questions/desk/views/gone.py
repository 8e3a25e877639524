"""What was being written for a case that another unit holds by now: who has it, and the words, to be copied."""

from django.forms import Textarea, TextInput
from django.utils.translation import gettext as _

from cms.questions.desk.casefile import moved_on, number_in

from .base import DeskView

WRITTEN = (Textarea, TextInput)


def gone(request, *forms):
    """The response to what was sent with one of these form classes too late; None for a case that was never ours."""
    number = number_in(request)
    move = moved_on(number, portal=request.acting_portal)
    if move is None:
        return None
    return GoneView.as_view(number=number, move=move, typed=typed_in(request.POST, *forms))(request)


def typed_in(data, *forms):
    """[(label, text)] of what a person wrote into fields of these forms; those of a form set have a prefix."""
    labels = {
        name: field.label
        for form in forms
        for name, field in form.base_fields.items()
        if isinstance(field.widget, WRITTEN)
    }
    sent = [(name.rpartition("-")[2], text) for name, text in data.items()]
    return [(labels[name], text) for name, text in sent if name in labels and text.strip()]


class GoneView(DeskView):
    """Of the case itself nothing is shown but where it went."""

    template_name = "questions/desk/gone.html"
    number, move, typed = 0, None, ()

    def post(self, request):
        return self.render_to_response(self.get_context_data(number=self.number, move=self.move, typed=self.typed))

    def get_page_title(self):
        return _("Câu hỏi số %(number)s") % {"number": self.number}
