"""Documents written for one portal: what they do to one another, and the kinds that carry more than the common facts.

The number that the quarterly report gives a portal is planted elsewhere; these were published after its cut-off.
"""

import random
from dataclasses import dataclass

from cms.pages.models import (
    DirectivePage,
    DocumentFile,
    DocumentRelation,
    FeePage,
    InspectionPage,
    LandPage,
    LegalDocumentPage,
    PortalPage,
    RecruitmentPage,
    TreatyPage,
)
from cms.pages.models.documents import Form
from cms.pages.partial_dates import Precision
from cms.pages.planting import insert_children
from demo.loading.addresses import free_slug
from demo.loading.dates import day_from, office_day, office_moment
from demo.loading.documents import draw_document, title_of
from demo.loading.invented import invent_name, marked
from demo.loading.media import write_files
from demo.loading.places import capital, place_of
from demo.loading.staff import members_of

from .contents import content_of, words_of

KINDS = {  # part of a portal's file: section, page type
    "documents": ("documents", LegalDocumentPage),
    "directives": ("direction", DirectivePage),
    "treaties": ("treaties", TreatyPage),
    "recruitment": ("special_documents", RecruitmentPage),
    "fees": ("special_documents", FeePage),
    "land": ("special_documents", LandPage),
    "inspections": ("special_documents", InspectionPage),
}
DATES = {"due_date", "apply_from", "apply_until", "posted_from", "posted_until"}
RECIPIENTS = {Form.DECISION: "Như Điều 3", Form.LETTER: "Như trên", Form.TELEGRAM: "Như trên"}
OTHERS = "Các cơ quan, đơn vị liên quan"
VERBS = (
    "ban hành", "bãi bỏ", "bổ sung", "công bố", "hạn chế", "niêm yết", "quy định", "rà soát", "sửa đổi", "tăng cường",
    "thu hồi", "tuyển", "đôn đốc",
)  # fmt: skip
FACTS = ("form", "number", "issuer", "signer", "signer_title", "field", "abstract", "recipients")


class UnknownTarget(Exception):
    """A document of the demonstration names another that its portal has not."""


@dataclass(frozen=True)
class Paper:
    """One entry of a portal's file and the plan of its facts."""

    entry: dict
    section: str
    model: type
    plan: dict

    @property
    def key(self):
        return self.entry["key"]

    @property
    def relations(self):
        """(kind, target's key or its number, is_partial)."""
        return [(row[0], row[1], "partly" in row[2:]) for row in self.entry.get("relations", [])]


def insert_papers(portal, *, now, today):
    """{key: page} of every document written for the portal; what a document refers to is planted before it."""
    parents = _parents(portal)
    papers = _plan(portal.slug, parents, today=today)
    files = _files(portal, papers)
    keys, planted = {paper.key for paper in papers}, {}
    while papers:
        ready = [p for p in papers if not {target for _k, target, _p in p.relations} & keys - planted.keys()]
        if not ready:
            raise UnknownTarget(", ".join(paper.key for paper in papers))
        for section in dict.fromkeys(paper.section for paper in ready):
            group = [paper for paper in ready if paper.section == section]
            pages = [_page(paper, files.get(paper.key), planted) for paper in group]
            insert_children(parents[section], pages, now=now, with_revisions=True)
            planted |= {paper.key: page for paper, page in zip(group, pages, strict=True)}
        papers = [paper for paper in papers if paper.key not in planted]
    return planted


def _parents(portal):
    sections = {section for section, _model in KINDS.values()}
    return {page.section: page for page in PortalPage.objects.filter(portal=portal, starts_section__in=sections)}


def _plan(slug, parents, *, today):
    taken = {code: set(page.get_children().values_list("slug", flat=True)) for code, page in parents.items()}
    return [
        Paper(entry, section, model, _facts(entry, slug, taken[section], today=today))
        for part, (section, model) in KINDS.items()
        for entry in content_of(slug, part) or []
    ]


def _facts(entry, slug, taken, *, today):
    issued = office_day(entry.get("issued"), today=today)
    words = words_of(slug, year=issued.year if issued else "")
    number, form = entry.get("number", "").format_map(words), Form(entry["form"])
    title = _title(entry, form, number, words)
    issuer = entry.get("issuer") or capital(place_of(slug).org)
    published = office_day(entry.get("published", -200), today=today)
    return {
        "title": title,
        "title_en": entry["en"].format_map(words) if "en" in entry else None,
        "slug": free_slug(title, taken),
        "form": form,
        "number": number,
        "issuer": issuer,
        "issued": issued,
        **{name: day_from(entry.get(name), today=today) for name in ("effective", "expiry")},
        **_signer(entry, slug),
        "field": entry["field"],
        "abstract": f"{entry['abstract'].format_map(words)} (Văn bản minh họa.)",
        "abstract_en": f"{entry['abstract_en'].format_map(words)} (Demonstration.)"
        if "abstract_en" in entry
        else None,
        "recipients": f"{RECIPIENTS.get(form, OTHERS)}\nBan biên tập cổng thông tin điện tử\nLưu: Văn thư, {issuer}",
        "published": office_moment(published, rng=random.Random(f"{slug}:{entry['key']}")),
        "own": {name: _own(name, value, words, today) for name, value in entry.get("own", {}).items()},
    }


def _signer(entry, slug):
    """A leader of the portal, unless the document is another body's: then somebody invented for it."""
    if "signed_by" not in entry:
        leader = members_of(slug)[entry.get("rank", 0)]
        return {"signer": leader.name, "signer_title": leader.title}
    name = invent_name(random.Random(f"signer:{slug}:{entry['issuer']}"), gender="nam")
    return {"signer": marked(name), "signer_title": entry["signed_by"]}


def _title(entry, form, number, words):
    """A form that the list of forms does not know has a name of its own; before a verb stands "việc"."""
    about = entry["about"].format_map(words)
    title = title_of(form, number, f"việc {about}" if about.startswith(VERBS) else about)
    return title.replace(str(form.label), entry["called"], 1) if "called" in entry else title


def _labelled(text, words):
    return f"{text.format_map(words)} (Demonstration.)" if text else None


def _own(name, value, words, today):
    if name in DATES:
        return day_from(value, today=today)
    return value.format_map(words).strip() if isinstance(value, str) else value


def _files(portal, papers):
    """{key: file}; a treaty or an inspection may have none."""
    filed = [paper for paper in papers if paper.entry.get("file", True)]
    contents = [(paper.plan["title"], f"muc-{paper.key}", draw_document(paper.plan)) for paper in filed]
    return {paper.key: file for paper, file in zip(filed, write_files(portal, contents), strict=True)}


def _page(paper, file, planted):
    plan = paper.plan
    page = paper.model(
        title=plan["title"],
        title_en=plan["title_en"],
        slug=plan["slug"],
        abstract_en=plan["abstract_en"],
        live=True,
        first_published_at=plan["published"],
        last_published_at=plan["published"],
        latest_revision_created_at=plan["published"],
        **_dates(plan),
        **{name: plan[name] for name in FACTS},
        **plan["own"],
    )
    if file:
        page.files.add(DocumentFile(document=file))
    page.relations.set([_relation(*row, planted, order) for order, row in enumerate(paper.relations)])
    return page


def _dates(plan):
    facts = {}
    for field, name in (("issue", "issued"), ("effective", "effective"), ("expiry", "expiry")):
        facts[f"{field}_date"] = plan[name]
        facts[f"{field}_precision"] = Precision.DAY if plan[name] else Precision.UNKNOWN
    return facts


def _relation(kind, target, is_partial, planted, order):
    known = planted.get(target)
    return DocumentRelation(
        kind=kind,
        target_id=known.pk if known else None,
        target_number="" if known else target,
        is_partial=is_partial,
        sort_order=order,
    )
