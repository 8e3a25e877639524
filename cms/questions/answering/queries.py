"""What waits for a signature, which templates fit, and which words of a portal are public anyway."""

from dataclasses import dataclass

from cms.pages.people.contact import contact_page
from cms.pages.people.models import Post, Unit, held_on
from cms.questions.masking import Kind
from cms.questions.models import AnswerTemplate, Question


def waiting(portal):
    """Cases whose answer, the first or a corrected one, waits for its signature; what is due first comes first."""
    found = Question.objects.filter(portal=portal, submitted_at__isnull=False, removal="", is_split=False)
    return found.order_by("due_on", "submitted_at", "pk")


@dataclass(frozen=True)
class Templates:
    """`fitting`: of the case's topic first, then those for every topic. `others`: of other topics."""

    fitting: list
    others: list

    def find(self, key):
        return next((one for one in [*self.fitting, *self.others] if str(one.pk) == key), None)


def templates_for(portal, *, topic):
    """A portal's templates in one query."""
    found = list(AnswerTemplate.objects.filter(portal=portal).order_by("name", "pk"))
    wanted = topic.casefold()
    exact = [one for one in found if one.topic and one.topic.casefold() == wanted]
    plain = [one for one in found if not one.topic]
    return Templates([*exact, *plain], [one for one in found if one not in exact and one not in plain])


def public_words(portal, *, day):
    """What the portal shows of itself and its people: it is nobody's secret when it stands in an answer."""
    posts = Post.objects.filter(held_on(day), portal=portal).select_related("person").exclude(kind=Post.Kind.STAFF)
    words = [portal.name]
    for post in posts:
        words += [post.person.name, post.phone, post.mobile, post.fax, post.email]
    staff = Post.objects.filter(held_on(day), portal=portal, kind=Post.Kind.STAFF)
    for row in staff.values_list("phone", "email"):
        words += row
    for row in Unit.objects.filter(portal=portal).values_list("phone", "email", "address"):
        words += row
    if page := contact_page(portal):
        words += [page.phone, page.fax, page.email, page.address_vi, page.responsible_name]
    return [word for word in words if word]


def asker_words(question):
    """[(kind, words)] that tell who asked, to be hidden wherever they stand."""
    asker = getattr(question, "asker", None)
    if asker is None:
        return []
    found = [
        (Kind.NAME, asker.name),
        (Kind.EMAIL, asker.email),
        (Kind.PHONE, asker.phone),
        (Kind.ADDRESS, asker.address),
    ]
    return [(kind, words) for kind, words in found if words]
