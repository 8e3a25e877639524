"""The invented documents of a portal, unsaved: its quota, some of it incomplete or late on careless portals."""

import random
from datetime import timedelta

from cms.pages.models import DocumentFile, LegalDocumentPage
from cms.pages.models.documents import Form
from cms.pages.partial_dates import Precision

from .addresses import free_slug
from .attachments import draw_facts
from .choosing import suits
from .dates import HOLIDAYS, office_moment, spread
from .media import write_files
from .numbering import number_of
from .places import capital, districts, place_of
from .profiles import profile_of
from .quotas import quotas
from .reading import read_folder, read_portals
from .staff import members_of

LABEL = "VĂN BẢN MINH HỌA - không có giá trị pháp lý"
NOTE = "Tệp này do chương trình tạo ra cho bản minh họa. Văn bản, số hiệu và người ký đều không có thật."
GAPS = (("effective",), ("file",), ("number", "effective"), ("abstract", "file"))  # what careless units forget
FORCED = {Form.DECISION, Form.PLAN, Form.REGULATION}


def build_documents(portal):
    """Unsaved LegalDocumentPages with their files saved."""
    plans = plan_documents(portal.slug)
    wanted = [plan for plan in plans if "file" not in plan["gaps"]]
    names = [f"{number:03d}-{plan['slug'][:40].strip('-')}" for number, plan in enumerate(wanted, 1)]
    contents = [(plan["title"], name, draw_document(plan)) for name, plan in zip(names, wanted, strict=True)]
    files = write_files(portal, contents)
    pages = [_page(plan) for plan in plans]
    by_slug = {plan["slug"]: file for plan, file in zip(wanted, files, strict=True)}
    for page in pages:
        if page.slug in by_slug:
            page.files.add(DocumentFile(document=by_slug[page.slug]))
    return pages


def plan_documents(slug):
    """[{fact: value}] oldest first; the same every time."""
    rng, profile, taken = random.Random(f"documents:{slug}"), profile_of(slug), set()
    days = spread(quotas()[slug].documents, rng=rng)
    whole, timely = (round(len(days) * share) for share in (profile.complete_documents, profile.timely_documents))
    order = list(range(len(days)))
    rng.shuffle(order)
    plans, told = [], {}
    for position, day in zip(order, days, strict=True):
        gaps = () if position < whole else GAPS[position % len(GAPS)]
        delay = rng.randrange(0, 4) if position < timely else rng.randrange(9, 20)
        plans.append(_plan(slug, day, delay, gaps, rng=rng, told=told, taken=taken))
    return plans


def _plan(slug, day, delay, gaps, *, rng, told, taken):
    place = place_of(slug)
    template = _template(place, day, rng=rng, told=told)
    issued = _days_before(day, delay)
    words = _words(place, issued, rng)
    number = "" if "number" in gaps else number_of(template, slug, issued, rng=rng)
    form = Form(template["form"])
    title = title_of(form, number, template["title"].format_map(words))
    signer = members_of(slug)[min(template["rank"], 2)]
    return {
        "title": title,
        "slug": free_slug(title, taken),
        "form": form,
        "number": number,
        "issuer": capital(place.org),
        "issued": issued,
        "effective": None if "effective" in gaps else issued + timedelta(days=7 if form in FORCED else 0),
        "signer": signer.name,
        "signer_title": signer.title,
        "field": template["field"],
        "abstract": "" if "abstract" in gaps else f"{template['abstract'].format_map(words)} (Văn bản minh họa.)",
        "recipients": f"Như trên\nBan biên tập cổng thông tin điện tử\nLưu: Văn thư, {place.org}",
        "published": office_moment(day, rng=rng),
        "gaps": gaps,
    }


def title_of(form, number, about):
    named = " ".join(word for word in (form.label.split(",")[0], number) if word)
    return f"{named} về {about} (minh họa)"


def _template(place, day, *, rng, told):
    """One that suits the unit and the day and was used least; the day decides only where several suit."""
    suiting = [t for t in read_folder("documents") if suits(t, place)]
    timely = [t for t in suiting if t["window"][0] <= day <= t["window"][1]] or suiting
    least = min(told.get(t["key"], 0) for t in timely)
    template = rng.choice([t for t in timely if told.get(t["key"], 0) == least])
    told[template["key"]] = least + 1
    return template


def _words(place, issued, rng):
    offices = [row["name"] for row in read_portals().values() if row["group"] == "department"]
    return {
        "org": place.org,
        "place": place.place,
        "month": issued.month,
        "quarter": (issued.month + 2) // 3,
        "office": rng.choice(offices),
        "district": place_of(rng.choice(districts())).place,
    }


def _days_before(day, number):
    """The day so many working days earlier."""
    while number:
        day -= timedelta(days=1)
        number -= day.weekday() < 5 and day not in HOLIDAYS
    return day


def _page(plan):
    day_known = Precision.DAY if plan["effective"] else Precision.UNKNOWN
    return LegalDocumentPage(
        title=plan["title"],
        slug=plan["slug"],
        effective_date=plan["effective"],
        effective_precision=day_known,
        issue_date=plan["issued"],
        issue_precision=Precision.DAY,
        live=True,
        first_published_at=plan["published"],
        last_published_at=plan["published"],
        latest_revision_created_at=plan["published"],
        **{
            name: plan[name]
            for name in ("form", "number", "issuer", "signer", "signer_title", "field", "abstract", "recipients")
        },
    )


def draw_document(plan):
    """The PDF of a plan's facts."""
    rows = [
        ("Hình thức", str(plan["form"].label)),
        ("Số, ký hiệu", plan["number"]),
        ("Cơ quan ban hành", plan["issuer"]),
        ("Ngày ban hành", f"{plan['issued']:%d/%m/%Y}"),
        ("Ngày có hiệu lực", f"{plan['effective']:%d/%m/%Y}" if plan["effective"] else ""),
        ("Người ký", f"{plan['signer']}\n{plan['signer_title']}"),
        ("Lĩnh vực", plan["field"]),
        ("Trích yếu", plan["abstract"]),
        ("Nơi nhận", plan["recipients"]),
    ]
    return draw_facts(plan["title"], mark=LABEL, facts=rows, note=NOTE)
