"""Whose account is whose in the register: found by equal names, paired by who leads the portal's people."""

from dataclasses import dataclass, field
from unicodedata import normalize

from django.db import IntegrityError, transaction
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from cms.pages.people.models import Person, Post
from cms.pages.people.queries import held
from cms.questions.actions import NotDone
from cms.questions.models import SigningAccount
from tenants.audit import record
from tenants.models import Role, User
from tenants.permissions import live_memberships

PAIRED, PARTED = "questions.account.pair", "questions.account.part"


@dataclass(frozen=True)
class Account:
    """The account of a head. `person` is whose it is in the register, `proposed` who has the same name, or None."""

    user: User
    row: SigningAccount | None
    proposed: Person | None

    @property
    def person(self):
        return self.row.person if self.row else None


@dataclass(frozen=True)
class Accounts:
    """`people` can be chosen for an account without a person; those whose account is another one cannot."""

    accounts: list = field(default_factory=list)
    people: list = field(default_factory=list)

    @property
    def unpaired(self):
        return [account for account in self.accounts if account.row is None]


def accounts_of(portal, *, day):
    """The accounts that sign for a portal and the register's people; a fixed number of queries."""
    rows = {row.user_id: row for row in SigningAccount.objects.filter(portal=portal).select_related("person")}
    people = _people(portal, day)
    free = [person for person in people if person.pk not in {row.person_id for row in rows.values()}]
    heads = live_memberships().filter(portal=portal, role=Role.HEAD, reason="").values("user")
    users = User.objects.filter(pk__in=heads, is_active=True).order_by("last_name", "first_name", "pk")
    posts = {person.pk: person for person in people}
    for row in rows.values():
        row.person = posts.get(row.person_id, row.person)
    accounts = [Account(user, rows.get(user.pk), None if user.pk in rows else _namesake(user, free)) for user in users]
    return Accounts(accounts, free)


def _people(portal, day):
    posts = Prefetch("posts", held(Post.objects.order_by("order", "pk"), day), to_attr="held_now")
    return list(Person.objects.filter(portal=portal).order_by("name", "pk").prefetch_related(posts))


def _namesake(user, people):
    """The one person of this name who holds a post; nobody if there are two."""
    named = [person for person in people if person.held_now and _same(person.name) == _same(str(user))]
    return named[0] if len(named) == 1 else None


def _same(name):
    """Spelt alike to the eye: one may be typed in capitals, or its accents in another way."""
    return " ".join(normalize("NFC", name).casefold().split())


def pair(portal, *, user, person, by, now):
    """Say that an account is that of a person of the register. Raises NotDone if either has another already."""
    try:
        with transaction.atomic():
            row = SigningAccount.objects.create(portal=portal, user=user, person=person)
            _note(PAIRED, row, by=by, now=now)
    except IntegrityError as error:
        raise NotDone(_("Tài khoản hoặc cán bộ này đã được ghép với người khác: xin tải lại trang.")) from error
    return row


@transaction.atomic
def part(row, *, by, now):
    """Take the pairing back: from now on the account signs for nobody. What was signed stays."""
    _note(PARTED, row, by=by, now=now)
    row.delete()


def _note(action, row, *, by, now):
    title = f"{row.user} - {row.person.name}"
    record(action, portal=row.portal_id, by=by, now=now, target=(row._meta.label_lower, row.pk, title))
