"""One specimen a page type: where it stands, what a clerk enters in both languages, what publishing asks for."""

from dataclasses import dataclass, field

from cms.pages import models

TITLE, TITLE_EN, SLUG = "Thử nghiệm công khai", "Public trial", "thu-nghiem-cong-khai"
PROVINCE, COMMUNE = "tinh", "xa-a"


@dataclass(frozen=True)
class Specimen:
    """`texts` are {field: (Vietnamese, English)}, all of them to be seen; `values` are entered as they stand;
    `rows` one row each of an inline panel; `needed` fields without which it is not published.
    """

    model: type
    address: str
    texts: dict = field(default_factory=dict)
    values: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)
    needed: frozenset = frozenset()
    portal: str = COMMUNE

    @property
    def is_born(self):
        """Planted with the portal: an editor opens it instead of adding it."""
        return not self.address.endswith(f"/{SLUG}/")

    @property
    def parent_address(self):
        return self.address.removesuffix(f"{SLUG}/")

    @property
    def all_texts(self):
        """A home is titled as its portal; every other page shows its own title."""
        return self.texts if self.address == "/" else {"title": (TITLE, TITLE_EN), **self.texts}

    def words(self, language):
        return [pair[language == "en"] for pair in self.all_texts.values()]


BODY = {"body": ("Một đoạn văn thử.", "A trial paragraph.")}
NEEDS_BODY = frozenset({"body"})
DOCUMENT = {
    "form": "thong-bao",
    "number": "77/TB-UBND",
    "issuer": "Ủy ban nhân dân xã",
    "issue_date": "10/01/2026",
    "issue_precision": "day",
}
ABSTRACT = {"abstract": ("Về một việc thử nghiệm.", "On a trial matter.")}


def _below(section):
    return f"/{section}/{SLUG}/"


def _document(model, section, texts=None, values=None, **more):
    return Specimen(
        model, _below(section), texts={**ABSTRACT, **(texts or {})}, values={**DOCUMENT, **(values or {})}, **more
    )


BORN = [
    Specimen(models.HomePage, "/", texts={"tagline": ("Xã vùng cao thử nghiệm.", "A trial upland commune.")}),
    Specimen(models.SectionPage, "/kenh-chinh-thuc/", texts=BODY),
    Specimen(models.NewsIndexPage, "/tin-tuc/"),
    Specimen(models.DocumentIndexPage, "/van-ban/"),
    Specimen(models.IntroductionPage, "/gioi-thieu/", texts={"functions": ("Quản lý thử.", "Trial management.")}),
    Specimen(models.LeadersPage, "/lanh-dao/"),
    Specimen(models.DirectoryPage, "/danh-ba/"),
    Specimen(
        models.HistoryPage,
        "/qua-trinh-hinh-thanh/",
        texts={"story": ("Kể chuyện thử.", "A trial story.")},
        rows={"milestones": {"years": "1953", "text": "Thành lập xã.", "text_en": "Founded."}},
    ),
    Specimen(
        models.LocalityPage,
        "/gioi-thieu-dia-phuong/",
        texts={"overview": ("Xã ở phía bắc.", "In the north."), "borders": ("Giáp suối.", "By a stream.")},
        values={"area": "54,2", "population": "5120", "figures_year": "2025"},
    ),
    Specimen(models.LocalityTopicPage, "/gioi-thieu-dia-phuong/tu-nhien/", texts=BODY),
    Specimen(models.SpokespersonPage, "/nguoi-phat-ngon/", texts={"rules": ("Gửi câu hỏi.", "Send questions.")}),
    Specimen(models.EditorialBoardPage, "/ban-bien-tap/", texts={"duties": ("Duyệt tin bài.", "Approves news.")}),
    Specimen(models.ContactPage, "/lien-he/", texts={"address": ("Thôn Thử, xã An Bình", "Trial hamlet")}),
    Specimen(models.DirectionIndexPage, "/chi-dao-dieu-hanh/"),
    Specimen(models.GazetteIndexPage, "/cong-bao/", portal=PROVINCE),
    Specimen(models.TreatyIndexPage, "/dieu-uoc-quoc-te/"),
    Specimen(models.DisseminationIndexPage, "/pho-bien-phap-luat/"),
    Specimen(models.SpecialDocumentIndexPage, "/thong-tin-chuyen-de/"),
]
MADE = [
    Specimen(
        models.ArticlePage,
        _below("tin-tuc"),
        texts={"lead": ("Tóm tắt thử.", "Trial lead."), **BODY},
        needed=NEEDS_BODY,
    ),
    Specimen(models.StaticPage, _below("gioi-thieu"), texts=BODY, needed=NEEDS_BODY),
    _document(models.LegalDocumentPage, "van-ban"),
    Specimen(
        models.GazetteIssuePage,
        _below("cong-bao"),
        values={"number": "15 + 16", "issued_on": "20/03/2026"},
        rows={"entries": {"text": "Nghị quyết 05/2026/NQ-HĐND", "page_number": "3"}},
        needed=frozenset({"number", "issued_on"}),
        portal=PROVINCE,
    ),
    _document(models.TreatyPage, "dieu-uoc-quoc-te", {"partner": ("Châu Hồng Hà", "Honghe Prefecture")}),
    Specimen(
        models.GuidancePage,
        _below("pho-bien-phap-luat"),
        texts={"lead": ("Điều cần biết.", "What to know."), **BODY},
        values={"kind": "to-gap", "explains_number": "Luật số 31/2024/QH15"},
        needed=NEEDS_BODY,
    ),
    _document(
        models.DirectivePage,
        "chi-dao-dieu-hanh",
        {"assigned_to": ("Các trưởng thôn", "Heads of hamlets")},
        {"due_date": "30/06/2026"},
    ),
    Specimen(
        models.WorkSchedulePage,
        _below("chi-dao-dieu-hanh"),
        values={"from_date": "02/03/2026", "to_date": "08/03/2026"},
        rows={"entries": {"day": "02/03/2026", "time": "08:00", "content": "Họp giao ban", "content_en": "Meeting"}},
        needed=frozenset({"from_date", "to_date"}),
    ),
    _document(
        models.RecruitmentPage,
        "thong-tin-chuyen-de",
        {"conditions": ("Tốt nghiệp đại học.", "University degree.")},
        {"apply_until": "31/03/2026", "positions": "2"},
        needed=frozenset({"apply_until"}),
    ),
    _document(models.FeePage, "thong-tin-chuyen-de", {"amounts": ("20.000 đồng/tháng", "VND 20,000 a month")}),
    _document(models.LandPage, "thong-tin-chuyen-de", {"place": ("Thôn Tả Chải", "Ta Chai hamlet")}),
    _document(models.InspectionPage, "thong-tin-chuyen-de", {"inspected": ("Trường số 1", "School No. 1")}),
]
SPECIMENS = BORN + MADE
