"""What is rightly a role's, derived from the table of roles: the crawl must find all of it."""

from dataclasses import dataclass, field

from django.urls import reverse

from cms.pages.models import PortalPage
from cms.questions.models import Question
from tenants.models import AuditEntry, Role
from tenants.roles import ROLE_RIGHTS, model_permissions

from .canaries import A, B, canary

REGISTER = ("unit", "person", "post")
SCREENS_OF_A_PAGE = ("edit", "history", "usage", "workflow_history", "view_draft")
LEADERS = ("chief", "head")
WRITERS = ("editor", "chief")


@dataclass(frozen=True)
class Reach:
    """An address that this role opens, and words that it shows there."""

    url: str
    shows: tuple = ()
    status: int = 200
    data: dict | None = field(default=None, hash=False)
    writes: str = ""  # the table that a post must have written


def reaches_of(world, role):
    """Everything the role's rights promise. Nobody's and a visitor's promise is the public site alone."""
    yield from _public()
    if role in ("anonymous", "nobody"):
        return
    yield from _everybody()
    if role in ("chief", "two_portals", "editor", "head", "officer"):
        held = Role(role) if role in Role.values else Role.CHIEF
        yield from _of_a_unit(world, held)
    elif role == "district_assessor":
        yield from _scores_of(A)
    else:
        yield from _of_the_province(world, role)


def _public():
    yield Reach("/tim-kiem/")
    yield Reach("/robots.txt")


def _everybody():
    yield Reach(reverse("wagtailadmin_home"))
    yield Reach(reverse("compliance:board"))
    yield Reach(reverse("wagtailadmin_account"))


def _scores_of(slug):
    yield Reach(reverse("compliance:sheet", args=[slug]), (canary(slug, "name"),))


def _of_a_unit(world, role):
    rights, models = ROLE_RIGHTS[role], model_permissions(role)
    yield from _scores_of(A)
    if "change" in rights.page:
        yield from _pages(world)
    if "add" in rights.page:
        yield from _new_pages(world)
    if "publish" in rights.page:
        yield from _publishing(world)
    yield from _files(world, rights.collection)
    for model in REGISTER:
        if f"pages.change_{model}" in models:
            yield from _register(world, model)
    yield from _comfort(role)
    yield from _desk(world, role)
    yield from _answering(world, role)
    if role == Role.CHIEF:
        yield Reach(reverse("members:index"), (canary(A, "editor", "family"),))
    if role in LEADERS:
        yield Reach(reverse("audit:index"), (canary(A, "editor", "family"),))


def _comfort(role):
    """The trash of those who write, the menu of who leads them."""
    if role in WRITERS:
        yield Reach(reverse("trash:index"), (canary(A, "trashed", "title"),))
    if role == Role.CHIEF:
        yield Reach(reverse("menus:index"), (canary(A, "quicklink", "labelvi"),))


def _desk(world, role):
    """The queue, every case with its asker and files, and the form of a verb, for officer and head."""
    if role not in (Role.OFFICER, Role.HEAD):
        return
    case = Question._base_manager.get(portal=world.a.portal, stage="sent")
    shown = [canary(A, "casesent", name) for name in ("text", "name", "reason", "detail")]
    yield Reach(reverse("questions_desk:index"), (canary(A, "casesent", "subject"),))
    yield Reach(reverse("questions_desk:all") + "?state=answered", (canary(A, "caseanswered", "subject"),))
    yield Reach(reverse("questions_desk:case", args=[case.pk]), tuple(shown))
    yield Reach(reverse("questions_desk:record"))
    for verb in ("forward", "remove"):
        yield Reach(reverse("questions_desk:verb", args=[case.pk, verb]), (canary(A, "casesent", "text"),))
    receive = reverse("questions_desk:verb", args=[case.pk, "receive"])
    yield Reach(receive, (), 302, {"version": case.version}, "questions_question")


def _answering(world, role):
    """Drafting for officer and head, signing for the head, what it takes to sign for the chief."""
    room = "questions_answering"
    if role in (Role.OFFICER, Role.HEAD):
        open_cases = Question._base_manager.filter(portal=world.a.portal, removal="", is_split=False)
        case = open_cases.get(stage="received")
        yield Reach(reverse(f"{room}:draft", args=[case.pk]), (canary(A, "casereceived", "draft"),))
        yield Reach(reverse(f"{room}:submit", args=[case.pk]))
    if role == Role.HEAD:
        yield Reach(reverse(f"{room}:waiting"))
    if role == Role.CHIEF:
        yield Reach(reverse(f"{room}:setup"))
        yield Reach(reverse(f"{room}:accounts"), (canary(A, "head", "family"),))
        yield Reach(reverse(f"{room}:titles"))
        yield Reach(reverse("questions_templates:index"), (canary(A, "template", "name"),))
        yield Reach(reverse("questions_delegations:index"), (canary(A, "delegation", "document"),))


def _pages(world):
    pages = world.a.pages
    yield Reach(reverse("nil:index"), (canary(A, "nil", "reason"), canary(A, "signername")))
    yield Reach(reverse("wagtailadmin_explore", args=[pages["news"].pk]), (canary(A, "draft", "title"),))
    yield Reach(reverse("wagtailadmin_choose_page_child", args=[pages["news"].pk]), (canary(A, "live", "title"),))
    yield Reach(reverse("wagtailadmin_pages:search") + f"?q={A}draft", (canary(A, "draft", "title"),))
    yield Reach(reverse("wagtailadmin_choose_page_search") + f"?q={A}live", (canary(A, "live", "title"),))
    for label, page in pages.items():
        screens = SCREENS_OF_A_PAGE if label in ("draft", "live") else ("edit",)
        for name in screens if label != "alias" else ():
            yield Reach(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]))
    changed = pages["changed"]
    for name in ("revisions_view", "revisions_revert"):
        yield Reach(reverse(f"wagtailadmin_pages:{name}", args=[changed.pk, changed.latest_revision_id]))
    compared = reverse("wagtailadmin_pages:revisions_compare", args=[changed.pk, "earliest", "latest"])
    yield Reach(compared, (canary(A, "changed", "newtitle"),))


def _new_pages(world):
    """Every page type that may be made, where it may be made."""
    for page in world.a.pages.values():
        for model in [model for model in page.creatable_subpage_models() if model.can_create_at(page)]:
            kind = (model._meta.app_label, model._meta.model_name)
            yield Reach(reverse("wagtailadmin_pages:add", args=[*kind, page.pk]))


def _publishing(world):
    """Approve what was submitted, publish a draft, take a page down, lock and unlock one."""
    pages = world.a.pages
    submitted = pages["submitted"]
    state = submitted.current_workflow_task_state
    action = "wagtailadmin_pages:workflow_action"
    yield Reach(reverse(action, args=[submitted.pk, "approve", state.pk]), (), 302, {}, "wagtailcore_taskstate")
    bulk = reverse("wagtail_bulk_action", args=["pages", "portalpage", "publish"])
    yield Reach(f"{bulk}?id={pages['draft'].pk}&next=/admin/", (), 302, {}, "pages_portalpage")
    for name in ("unpublish", "lock"):
        yield Reach(reverse(f"wagtailadmin_pages:{name}", args=[pages["live"].pk]), (), 302, {}, "pages_portalpage")
    yield Reach(reverse("wagtailadmin_pages:unlock", args=[pages["locked"].pk]), (), 302, {}, "pages_portalpage")


def _files(world, actions):
    media = world.a.media
    for kind, label, key in (("image", "wagtailimages", "image"), ("document", "wagtaildocs", "file")):
        title, pk = canary(A, key, "title"), media[key].pk
        if f"choose_{kind}" in actions:
            yield Reach(reverse(f"{label}_chooser:choose"), (title,))
            yield Reach(reverse(f"{label}_chooser:chosen", args=[pk]), (title,))
        if f"change_{kind}" in actions:
            yield Reach(reverse(f"{label}:index"), (title,))
            yield Reach(reverse(f"{label}:edit", args=[pk]), (title,))
        if f"add_{kind}" in actions:
            yield Reach(reverse(f"{label}:add_multiple"))


def _register(world, model):
    row = world.a.register[model]
    views = f"wagtailsnippets_pages_{model}"
    shown = canary(A, model, "titlevi" if model == "post" else "name" if model == "person" else "namevi")
    yield Reach(reverse(f"{views}:list"), (shown,))
    yield Reach(reverse(f"{views}:add"))
    for name in ("edit", "history", "usage"):
        yield Reach(reverse(f"{views}:{name}", args=[row.pk]))


def _of_the_province(world, role):
    """The province reads all: B's name is what it must see."""
    yield Reach(reverse("portals:index") + f"?q={B}", (canary(B, "name"),))
    yield Reach(reverse("portals:edit", args=[world.b.portal.pk]), (canary(B, "name"),))
    yield from _scores_of(B)
    yield Reach(reverse("audit:index"), (canary(B, "editor", "family"),))
    live = PortalPage._base_manager.filter(portal=world.b.portal, live=True).values_list("pk", flat=True)
    published = AuditEntry._base_manager.filter(action="wagtail.publish", target_pk__in=[str(key) for key in live])
    yield Reach(reverse("audit:version", args=[published.order_by("pk").first().pk]))
    yield Reach(reverse("questions_province:index") + "?tat-ca=1", (canary(B, "name"),))
    yield Reach(reverse("questions_province:cases"))
    case = Question._base_manager.get(portal=world.b.portal, stage="sent")
    yield Reach(reverse("questions_overseen:case", args=[case.pk]), (canary(B, "casesent", "text"),))
    yield Reach(reverse("questions_province:figures"))
    if role == Role.PROVINCE_ADMIN:
        yield Reach(reverse("members:index") + f"?q={B}", (canary(B, "editor", "family"),))
        for name in ("rules", "kinds", "calendar", "topics", "titles"):
            yield Reach(reverse(f"questions_set_{name}:index"))
