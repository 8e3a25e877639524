"""Ten thousand changes in any order: what people may do is what their memberships say, after each of them."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from tenants import roles as table
from tenants.actions import (
    accept,
    act_for,
    change_state,
    deactivate,
    end_acting,
    expire,
    grant,
    invite,
    reactivate,
    revoke,
)
from tenants.models import Level, Membership, Portal, Role, State, User
from tenants.models.memberships import PROVINCE_ROLES
from tenants.provisioning import Refused
from tenants.rights import derive_all
from tests.factories.pages import local

EXAMPLES, STEPS = 21, 500
CHANGES = [
    *("grant", "revoke", "invite", "accept", "act_for", "end_acting") * 3,
    *("let_time_pass", "close_or_open", "change_state", "change_the_table"),
]
PERSON, PLACE, ROLES, ANY = st.integers(0, 7), st.integers(0, 2), st.sampled_from(list(Role)), st.integers(0, 99)
LASTING, PENDING, ACTING = "lasting", "pending", "acting"
changes = []


SOURCES = {
    "memberships": Membership.objects.values_list("user", "portal", "role", "invited_as", "reason"),
    "groups": Group.objects.filter(name__contains=":").values_list("user", "name"),
    "pages": GroupPagePermission.objects.values_list("group__name", "page", "permission__codename"),
    "collections": GroupCollectionPermission.objects.values_list("group__name", "collection", "permission__codename"),
    "models": Group.objects.exclude(permissions=None).values_list(
        "name", "permissions__content_type__app_label", "permissions__codename"
    ),
}


@cache
def _sql(source):
    return SOURCES[source].query.sql_with_params()


def _rows(source):
    """What the database holds. Compiled once: a queryset takes longer to build than to run."""
    with connection.cursor() as cursor:
        cursor.execute(*_sql(source))
        return set(cursor.fetchall())


def do(verb, *args, **kwargs):
    """Count a change that was made; refusals do not count."""
    verb(*args, **kwargs)
    changes.append(verb.__name__)


def refused(verb, *args, **kwargs):
    with pytest.raises(Refused):
        verb(*args, **kwargs)


class Rights(RuleBasedStateMachine):
    """`model` says what ought to be: {(person, portal, role): (kind, when it ends or None)}, by primary keys."""

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.expected = None, None
        self.now, self.model, self.rights = local(2024, 3, 1), {}, dict(table.ROLE_RIGHTS)
        self.portals = list(Portal.objects.select_related("site", "collection").order_by("pk")[:3])
        self.province = next(portal for portal in self.portals if portal.level == Level.PROVINCE)
        self.district = self.portals[-1]
        self.district.level = Level.DISTRICT  # taken back with everything else
        self.district.save(update_fields=["level"])
        self.users = [User.objects.create(email=f"{n}@rights.example", password="!") for n in range(8)]

    def teardown(self):
        table.ROLE_RIGHTS.update(self.rights)
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @rule(change=st.sampled_from(CHANGES), person=PERSON, place=PLACE, role=ROLES, number=ANY)
    def change(self, change, person, place, role, number):
        """One change; what finds nothing to change closes or opens an account instead, so that no step is idle."""
        self.user, self.number = self.users[person], number
        places = dict.fromkeys(PROVINCE_ROLES, self.province) | {Role.DISTRICT_ASSESSOR: self.district}
        self.portal = places.get(role, self.portals[place])
        self.key = (self.user.pk, self.portal.pk, str(role))
        before = len(changes)
        getattr(self, change)(role)
        if len(changes) == before:
            self.close_or_open(role)

    def grant(self, role):
        if self.model.get(self.key) != (LASTING, None):
            do(grant, self.user, portal=self.portal, role=role, now=self.now)
            self.model[self.key] = (LASTING, None)

    def revoke(self, role):
        """Whoever loses the last province role acts for no portal any more."""
        key = self.key if self.key in self.model else self._one_of({LASTING, PENDING, ACTING})
        if key is None:
            return
        do(revoke, self._row(key), now=self.now)
        del self.model[key]
        own = {k: kind for k, (kind, _end) in self.model.items() if k[0] == key[0]}
        if not any(kind == LASTING and k[2] in PROVINCE_ROLES for k, kind in own.items()):
            self.model = {k: v for k, v in self.model.items() if own.get(k) != ACTING}

    def invite(self, role):
        offer = {"last_name": "Lê", "first_name": "Mới", "portal": self.portal, "role": role, "now": self.now}
        if self.model.get(self.key, (PENDING,))[0] == PENDING:
            do(invite, self.user.email, **offer)
            self.model[self.key] = (PENDING, self.now + timedelta(seconds=django_settings.PASSWORD_RESET_TIMEOUT))
        else:
            refused(invite, self.user.email, **offer)

    def accept(self, role):
        key = self._one_of({PENDING})
        if key is None:
            return
        row = self._row(key)
        if row.user.is_active:
            do(accept, row, now=self.now)
            self.model[key] = (LASTING, None)
        else:
            refused(accept, row, now=self.now)

    def act_for(self, role):
        key, told = (*self.key[:2], "chief"), {"portal": self.portal, "reason": "Kiểm tra", "now": self.now}
        if self.model.get(key, (ACTING,))[0] == ACTING:
            do(act_for, self.user, **told)
            self.model[key] = (ACTING, self.now + timedelta(hours=django_settings.ACTING_HOURS))
        else:
            refused(act_for, self.user, **told)

    def end_acting(self, role):
        if key := self._one_of({ACTING}):
            do(end_acting, self._row(key), now=self.now)
            del self.model[key]

    def let_time_pass(self, role):
        self.now += timedelta(minutes=self.number * 10)
        after = {key: (kind, end) for key, (kind, end) in self.model.items() if end is None or end > self.now}
        if after != self.model:
            do(expire, Membership.objects.all(), now=self.now)
        self.model = after

    def close_or_open(self, role):
        do(deactivate if self.user.is_active else reactivate, self.user, now=self.now)
        self.user.is_active = not self.user.is_active

    def change_state(self, role):
        state = State.values[self.number % len(State.values)]
        if self.portal.state != state:
            do(change_state, self.portal, state=state, now=self.now)
            self.portal.state = state

    def change_the_table(self, role):
        pages = (("add",), (), ("change", "publish"), ("add", "change", "lock"))[self.number % 4]
        table.ROLE_RIGHTS[role] = replace(table.ROLE_RIGHTS[role], page=pages, collection=("choose_image",))
        do(derive_all, now=self.now)

    def _row(self, key):
        return Membership.objects.select_related("user", "portal").get(user=key[0], portal=key[1], role=key[2])

    def _one_of(self, kinds):
        keys = sorted(key for key, (kind, _end) in self.model.items() if kind in kinds)
        return keys[self.number % len(keys)] if keys else None

    @invariant()
    def rights_are_those_of_the_live_memberships_and_no_group_is_empty(self):
        slugs = {portal.pk: portal for portal in self.portals}
        kinds = {key: (kind == PENDING, kind == ACTING) for key, (kind, _end) in self.model.items()}
        rows = _rows("memberships")
        assert {(u, p, role): (name != "", reason != "") for u, p, role, name, reason in rows} == kinds
        live = {
            (u, f"{slugs[p].slug}:{r}", p, r) for (u, p, r), (is_pending, _acting) in kinds.items() if not is_pending
        }
        assert _rows("groups") == {(user, name) for user, name, _portal, _role in live}
        self._check_rights({(name, p, role) for _user, name, p, role in live})

    def _check_rights(self, places):
        """What the groups carry, worked out anew only when places or the table have changed."""
        if self.expected[0] != (places, table.ROLE_RIGHTS):
            self.expected = ((places, dict(table.ROLE_RIGHTS)), _carried(places, {p.pk: p for p in self.portals}))
        assert {source: _rows(source) for source in ("pages", "collections", "models")} == self.expected[1]


def _carried(places, portals):
    roles = table.ROLE_RIGHTS
    return {
        "pages": {
            (name, portals[p].site.root_page_id, f"{action}_portalpage")
            for name, p, role in places
            for action in roles[role].page
        },
        "collections": {
            (name, portals[p].collection_id, action) for name, p, role in places for action in roles[role].collection
        },
        "models": {
            (name, *permission.split(".")) for name, _p, role in places for permission in table.model_permissions(role)
        },
    }


def test_no_sequence_of_changes_parts_rights_from_memberships(db):
    changes.clear()
    sizes = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Rights, settings=sizes)
    assert len(changes) >= 10_000
