"""The editorial board and the spokesperson: their decisions, rules and files; the people stand in the register."""

from demo.loading.attachments import draw_facts
from demo.loading.dates import full_day, office_day
from demo.loading.media import write_files
from demo.loading.places import place_of
from demo.loading.writing import paragraphs

from .contents import LABEL, content_of, rich, words_of

MARK = "TÀI LIỆU MINH HỌA - không có giá trị pháp lý"
NOTE = "Tệp này do chương trình tạo ra cho bản minh họa; quyết định, quy chế và người được nêu đều không có thật."
DUTIES = (
    "Ban biên tập cổng thông tin điện tử của {org} thu thập, biên tập và duyệt tin, bài; đăng văn bản trong năm ngày "
    "làm việc; theo dõi câu hỏi của tổ chức, cá nhân và bảo vệ dữ liệu cá nhân."
)


def fill_board(page, portal, *, today):
    """The board's page with decision, rules and files; a portal without texts of its own gets the common duties."""
    content = content_of(portal.slug, "board")
    if not content:
        page.duties = paragraphs(f"{DUTIES.format_map(words_of(portal.slug))}\n\n{LABEL}")
        return page
    page.duties, page.duties_en = rich(content["duties"]), rich(content["duties_en"], english=True)
    page.decision_date = office_day(content["decided"], today=today)
    page.decision_number = content["decision"].format(year=page.decision_date.year)
    page.decision_file, page.rules_file = _files(portal, page, content)
    return page


def fill_spokesperson(page, slug):
    """The page with the rules for the press, or None where nothing was written."""
    content = content_of(slug, "press")
    if not content:
        return None
    page.rules, page.rules_en = rich(content["rules"]), rich(content["rules_en"], english=True)
    return page


def _files(portal, page, content):
    org = place_of(portal.slug).org
    decision = f"Quyết định {page.decision_number} về kiện toàn Ban biên tập (minh họa)"
    rules = "Quy chế hoạt động của Ban biên tập (minh họa)"
    facts = [
        ("Số, ký hiệu", page.decision_number),
        ("Ngày ban hành", full_day(page.decision_date)),
        ("Cơ quan ban hành", org),
    ]
    chapters = [(f"Điều {number}", text) for number, text in enumerate(content["articles"], 1)]
    return write_files(
        portal,
        [
            (decision, "ban-bien-tap-quyet-dinh", draw_facts(decision, mark=MARK, facts=facts, note=NOTE)),
            (rules, "ban-bien-tap-quy-che", draw_facts(rules, mark=MARK, facts=chapters, note=NOTE)),
        ],
    )
