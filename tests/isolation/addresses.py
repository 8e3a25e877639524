"""Puts rows into addresses: B's alone, or B's beside A's own."""

from wagtail.models import Collection, Revision, Task, TaskState, Workflow, WorkflowState

from cms.pages.models import PortalDocument, PortalImage, PortalPage
from cms.questions.models import CaseFile
from tenants.models import Portal

from .parameters import KINDS, OBJECT_OF_A_KIND, kinds_of, model_of, words_of

FEW, ALL = "few", "all"
FIRST_PAGES = ("submitted", "draft", "live", "private")
# A page is of one type and in one state. What a view does with a page by its type it shows in these; the rest of
# Wagtail's views ask only for its state.
STATES = (*FIRST_PAGES, "home", "changed", "scheduled", "unpublished", "locked", "commented", "alias", "document")
BY_TYPE = (
    "wagtailadmin_pages:edit", "wagtailadmin_pages:preview_on_edit", "wagtailadmin_pages:view_draft",
    "wagtailadmin_pages:revisions_compare", "wagtailadmin_pages:delete",
    "wagtailadmin_explore", "wagtailadmin_api:pages:detail",
)  # fmt: skip
EDITED = ("wagtailadmin_pages:edit",)  # here a page that waits for approval is another case than a draft
FEW_EDITED = 2
FEW_SHARED = 2  # kinds, deadlines, days, topics, titles: what the province sets for all portals


class Rows:
    """The rows of one portal that stand for all others of their kind; `shared`: the province's where it has none."""

    def __init__(self, planted, depth, *, shared=False):
        self.planted, self.depth, self.shared = planted, depth, shared

    def of(self, model, few=1):
        """Primary keys (slugs of portals) of the model: one of each state, or a few altogether."""
        named = self._named(model)
        keys = named if named else sorted(self.planted.rows.get(model, ()), key=str)
        if self.shared and model and not keys:
            keys = list(model._base_manager.order_by("pk").values_list("pk", flat=True)[:FEW_SHARED])
        return keys if self.depth == ALL else keys[:few]

    def for_view(self, view, model):
        """The rows of the model that this view is tried with."""
        keys = self.of(model, few=FEW_EDITED if view.name in EDITED else 1)
        by_state = model is PortalPage and view.name.startswith("wagtailadmin_") and view.name not in BY_TYPE
        return keys[: len(STATES)] if by_state else keys

    def in_each_state(self):
        """Pages of the portal, one of each state."""
        return self.of(PortalPage)[: len(STATES)]

    def _named(self, model):
        p = self.planted
        if model is Portal:
            return [p.portal.slug]
        if model is PortalPage:
            pages = [*STATES, *sorted(set(p.pages) - set(STATES))]
            return [p.pages[label].pk for label in pages if label in p.pages]
        media = {
            PortalImage: ("image", "inner_image"),
            PortalDocument: ("file", "inner_file"),
            Collection: ("inner", "collection"),
        }
        return [p.media[name].pk for name in media.get(model, ())]

    def beside(self, page_key, model):
        """The row of another model that goes with a page (a revision, a place in a workflow) or a case (a file)."""
        page = next((page for page in self.planted.pages.values() if page.pk == page_key), None)
        state = WorkflowState.objects.filter(object_id=str(page_key)).first()
        found = {
            PortalPage: lambda: self.planted.pages["home"].pk,
            Revision: lambda: page and page.latest_revision_id,
            WorkflowState: lambda: state and state.pk,
            TaskState: lambda: state and state.current_task_state_id,
            Task: lambda: state and state.current_task_state.task_id,
            Workflow: lambda: state and state.workflow_id,
            CaseFile: lambda: CaseFile._base_manager.filter(question=page_key).values_list("pk", flat=True).first(),
        }
        return found[model]()


def own(view, rows):
    """Addresses of the view with the rows of one portal."""
    return [view.url(values) for values in _values(view, [rows, rows])]


def foreign(view, theirs, mine):
    """Addresses with at least one of B's rows; where two are named, also one of A's beside it."""
    pairs = [(theirs, theirs)]
    if len(_objects(view)) > 1 and OBJECT_OF_A_KIND not in view.parameters:
        pairs += [(mine, theirs), (theirs, mine)]
    urls = dict.fromkeys(view.url(values) for pair in pairs for values in _values(view, pair))
    shared = own(view, mine) if len(pairs) > 1 else ()  # a page of A beside a row that is everybody's is A's
    return [url for url in urls if url not in shared]


def names_rows(view):
    return bool(_objects(view))


def _objects(view):
    return [name for name in view.parameters if model_of(view, name) or name == OBJECT_OF_A_KIND]


def _values(view, pair):
    """Tuples of values for the view's parameters: of rows, words and kinds one changes at a time.

    What a view does with one page of a kind it does not do otherwise because of the action before or after it.
    """
    names = view.parameters
    if OBJECT_OF_A_KIND in names:
        return _of_a_kind(pair)
    kind_names = [name for pair_ in KINDS if set(pair_) <= set(names) for name in pair_]
    objects = [name for name in names if model_of(view, name)]
    words = [name for name in names if name not in (*kind_names, *objects)]
    choices = [_combinations(view, objects, pair), kinds_of(view) if kind_names else [()]]
    choices += [words_of(view, name) for name in words]
    few = None if pair[0].depth == ALL else 2
    star = _one_at_a_time([choices[0], *(values[:few] for values in choices[1:])])
    return [_ordered(names, objects, kind_names, words, values) for values in star]


def _one_at_a_time(choices):
    if not all(choices):
        return []
    first = [values[0] for values in choices]
    changes = [(place, value) for place, values in enumerate(choices) for value in values[1:]]
    return [first, *([*first[:place], value, *first[place + 1 :]] for place, value in changes)]


def _ordered(names, objects, kind_names, words, values):
    row, kind, *rest = values
    known = dict(zip([*objects, *kind_names, *words], [*row, *kind, *rest], strict=True))
    return [known[name] for name in names]


def _combinations(view, objects, pair):
    """Keys for the objects of an address; what goes with a page is the page's own."""
    first, second = pair
    if not objects:
        return [()]
    models = [model_of(view, name) for name in objects]
    keys = first.for_view(view, models[0])
    if len(models) == 1:
        return [(key,) for key in keys]
    rows = []
    for key in keys:
        other = key if first is second else second.of(models[0])[0]
        beside = [second.beside(other, model) for model in models[1:]]
        if all(beside):
            rows.append((key, *beside))
    return rows


def _of_a_kind(pair):
    """The address of an editing session names a kind, a row and a session."""
    first, _second = pair
    page = first.planted.pages["draft"]
    unit = first.planted.register["unit"]
    rows = [("wagtailcore", "page", page.pk), ("pages", "portalpage", page.pk), ("pages", "articlepage", page.pk)]
    rows += [("pages", "unit", unit.pk), ("pages", "portalimage", first.planted.media["image"].pk)]
    return [(*row, 999999) for row in rows]
