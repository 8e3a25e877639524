"""What a membership grants is exactly what the table of roles says, in its portal and in no other."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from cms.pages.models import PortalPage
from tenants.actions import grant, revoke
from tenants.models import Membership, Role, User
from tenants.models.memberships import PROVINCE_ROLES
from tenants.rights import derive
from tenants.roles import EDITING, ROLE_RIGHTS, allow, model_permissions
from tests.factories import make_article, make_user
from tests.factories.pages import local

NOW = local(2024, 3, 1)
REGISTER = {
    f"pages.{verb}_{model}" for verb in ("add", "change", "delete", "view") for model in ("unit", "person", "post")
}
SIGNING = {
    f"questions.{verb}_{model}"
    for verb in ("add", "change", "delete", "view")
    for model in ("answertemplate", "delegation")
}


@pytest.fixture(autouse=True)
def _somebody_in_b(b):
    """What B's own people have must neither grow nor shrink."""
    make_user("editor@xa-b.example", portal=b, role=Role.EDITOR)


def held(user):
    """(groups, {(page action, slug)}, {(collection action, name)}, {model permission}) of a person."""
    groups = Group.objects.filter(user=user)
    pages = GroupPagePermission.objects.filter(group__in=groups).select_related("page", "permission")
    collections = GroupCollectionPermission.objects.filter(group__in=groups)
    models = Permission.objects.filter(group__in=groups).select_related("content_type")
    return (
        sorted(group.name for group in groups),
        {(row.permission.codename.removesuffix("_portalpage"), row.page.slug) for row in pages},
        {(row.permission.codename, row.collection.name) for row in collections},
        {f"{row.content_type.app_label}.{row.codename}" for row in models},
    )


EXPECTED = {
    Role.EDITOR: ({"add", "change"}, set(EDITING), REGISTER),
    Role.CHIEF: (
        {"add", "change", "publish", "lock", "unlock"},
        {*EDITING, "delete_image", "delete_document"},
        REGISTER | SIGNING,
    ),
    Role.HEAD: ({"change"}, {"choose_image", "choose_document"}, set()),
    Role.OFFICER: (set(), set(), set()),
    Role.DISTRICT_ASSESSOR: (set(), set(), set()),
    Role.PROVINCE_OFFICE: (set(), set(), set()),
    Role.PROVINCE_ADMIN: (set(), set(), set()),
}


def place(role, *, unit, district, province):
    """Where a role is held: the province's roles in the provincial portal, an assessor's in a district's."""
    return province if role in PROVINCE_ROLES else {Role.DISTRICT_ASSESSOR: district}.get(role, unit)


@pytest.mark.parametrize("role", Role)
def test_a_role_grants_exactly_its_rights_in_its_portal(a, b, district, province, role):
    portal = place(role, unit=a, district=district, province=province)
    user = make_user("x@xa-a.example", portal=portal, role=role)
    pages, collection, models = EXPECTED[role]
    assert held(user) == (
        [f"{portal.slug}:{role}"],
        {(action, portal.slug) for action in pages},
        {(action, portal.slug) for action in collection},
        models | {"wagtailadmin.access_admin"},
    )


@pytest.mark.parametrize("role", Role)
def test_what_was_granted_goes_with_the_role(a, b, district, province, role):
    user = make_user("x@xa-a.example", portal=place(role, unit=a, district=district, province=province), role=role)
    revoke(Membership.objects.get(user=user), now=NOW)
    assert held(user) == ([], set(), set(), set())


def test_one_role_of_two_leaves_the_other(a, b):
    user = make_user("x@xa-a.example", portal=a, role=Role.CHIEF)
    editor = grant(user, portal=b, role=Role.EDITOR, now=NOW)
    assert held(user)[0] == ["xa-a:chief", "xa-b:editor"]
    assert {slug for _action, slug in held(user)[1]} == {"xa-a", "xa-b"}
    assert ("publish", "xa-b") not in held(user)[1]
    revoke(editor, now=NOW)
    assert held(user)[0] == ["xa-a:chief"]
    assert {slug for _action, slug in held(user)[1] | held(user)[2]} == {"xa-a"}


def test_bs_people_keep_what_they_have_when_a_changes(a, b):
    other = User.objects.get(email="editor@xa-b.example")
    before = held(other)
    revoke(grant(make_user("x@xa-a.example"), portal=a, role=Role.EDITOR, now=NOW), now=NOW)
    assert held(other) == before


def test_two_people_of_one_role_share_one_group(a, b):
    for number in range(2):
        make_user(f"{number}@xa-a.example", portal=a, role=Role.EDITOR)
    assert sorted(Group.objects.values_list("name", "user__email")) == [
        ("xa-a:editor", "0@xa-a.example"),
        ("xa-a:editor", "1@xa-a.example"),
        ("xa-b:editor", "editor@xa-b.example"),
    ]
    assert GroupPagePermission.objects.filter(group__name="xa-a:editor").count() == 2


def test_deriving_again_changes_nothing(a, b):
    user = make_user("x@xa-a.example", portal=a, role=Role.CHIEF)
    before = held(user), Group.objects.count(), GroupPagePermission.objects.count()
    derive(user, now=NOW)
    assert (held(user), Group.objects.count(), GroupPagePermission.objects.count()) == before


def test_a_group_given_by_hand_is_taken_back(a, b):
    user = make_user("x@xa-a.example", portal=a, role=Role.EDITOR)
    user.groups.add(Group.objects.get(name="xa-b:editor"))
    derive(user, now=NOW)
    assert held(user)[0] == ["xa-a:editor"]


def test_pages_of_the_own_portal_only_can_be_edited_and_published(a, b):
    articles = {portal.slug: make_article(portal) for portal in (a, b)}
    chief = make_user("x@xa-a.example", portal=a, role=Role.CHIEF)
    may = {slug: page.permissions_for_user(chief) for slug, page in articles.items()}
    assert [(p.can_edit(), p.can_publish(), p.can_unpublish()) for p in may.values()] == [(True,) * 3, (False,) * 3]
    root = PortalPage.objects.get(depth=1).permissions_for_user(chief)
    assert (root.can_edit(), root.can_add_subpage()) == (False, False)


def test_every_role_has_its_row_in_the_table():
    assert set(ROLE_RIGHTS) == set(Role)


def test_an_app_above_adds_its_models_to_a_role(monkeypatch):
    monkeypatch.setattr("tenants.roles._extra_permissions", {Role.HEAD: set(), Role.OFFICER: set()})
    allow([Role.OFFICER], "questions.change_question")
    assert model_permissions(Role.OFFICER) == {"wagtailadmin.access_admin", "questions.change_question"}
    assert model_permissions(Role.HEAD) == {"wagtailadmin.access_admin"}
