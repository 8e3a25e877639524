"""Cases in any state, made by the verbs themselves, and the people who handle them."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from cms.questions.actions import Contact, ask, receive, save_draft, sign, submit
from cms.questions.models import Channel, Question, QuestionKind, SigningAccount
from tenants.models import Membership, Role, User
from tenants.scoping import platform_scope

from .pages import make_post
from .people import make_user

TEXT = "Bao giờ sửa đường liên thôn?"
ASKER = Contact(name="Lý Thị Hoa", email="hoa@example.com", phone="0912345678", address="Thôn 3")
TITLES = {"commune": "Chủ tịch UBND xã", "department": "Giám đốc Sở", "province": "Chủ tịch UBND tỉnh"}


@dataclass(frozen=True)
class Staff:
    """The people of one portal; the head has a post in the register and an account that signs."""

    officer: User
    head: User
    chief: User


def make_staff(portal):
    """An officer, a head who may sign and a chief, new people each."""
    officer, chief = (make_user(f"{role}@{portal.slug}.example", portal=portal, role=role) for role in STAFF)
    return Staff(officer=officer, head=make_head(portal), chief=chief)


STAFF = (Role.OFFICER, Role.CHIEF)


def make_head(portal, *, email=None, name="Trần Văn Bình", title=None, **post):
    """A head whose account signs: membership, post in the register and signing account; `post`: from_date, to_date."""
    user = make_user(email or f"head@{portal.slug}.example", portal=portal, role=Role.HEAD)
    held = make_post(portal, name, title=title or TITLES[portal.group], **post)
    with platform_scope():
        SigningAccount.objects.create(portal=portal, person=held.person, user=user)
    return user


def question_kind(code="hoi-dap"):
    return QuestionKind.objects.get(code=code)


def make_question(portal, text=TEXT, *, upto="sent", at=None, kind="hoi-dap", contact=ASKER, **values):
    """A case of this portal, asked at `at` (now) and brought as far as `upto`: sent, received, submitted or answered.

    `values`: topic, region, wants_private, files ... as for `ask`; beside them `visibility` ("public"), `answer`,
    `public_text` and `public_answer` of the answer. Who handles it is found among the portal's people, or made.
    """
    texts = {
        name: values.pop(name) for name in ("visibility", "answer", "public_text", "public_answer") if name in values
    }
    at = at or timezone.now()
    channel = values.pop("channel", Channel.WEB)
    question = ask(
        portal=portal, text=text, kind=question_kind(kind), contact=contact, channel=channel, now=at, **values
    )
    if upto != "sent":
        officer = _one_of(portal, Role.OFFICER)
        question = receive(question.pk, portal=portal, by=officer, now=at)
    if upto in ("submitted", "answered"):
        _draft(question, officer, at, **texts)
    if upto == "answered":
        question = sign(question.pk, portal=portal, by=_one_of(portal, Role.HEAD), now=at)
    return fresh(question)


def _draft(question, officer, at, *, visibility="public", answer="Sửa trong quý II.", **texts):
    shown = {"public_text": question.text, "public_answer": answer} if visibility == "public" else {}
    about = {"portal": question.portal, "by": officer, "now": at}
    save_draft(question.pk, draft=answer, visibility=visibility, **{**shown, **texts}, **about)
    submit(question.pk, masked=True, **about)


def _one_of(portal, role):
    found = Membership.objects.filter(portal=portal, role=role).order_by("pk").first()
    if found:
        return found.user
    if role == Role.HEAD:
        return make_head(portal)
    return make_user(f"{role}@{portal.slug}.example", portal=portal, role=role)


def fresh(question):
    """The case as the database has it now, whichever portal holds it."""
    return Question._base_manager.select_related("portal", "kind").get(pk=question.pk)


def events_of(question):
    """Its events in order, whichever portal holds it."""
    with platform_scope():
        return list(question.events.order_by("number"))


def days_ago(number):
    return timezone.now() - timedelta(days=number)
