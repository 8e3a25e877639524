"""Invented values for the gallery and its tests: short, long and missing. Nobody named here exists."""

from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from django import forms
from django.core.paginator import Paginator
from django.templatetags.static import static

LONG_UNIT = "Ủy ban nhân dân thị trấn Nông trường Phong Hải, huyện Bảo Thắng, tỉnh Lào Cai"
LONG_TITLE = (
    "Quyết định về việc ban hành Quy chế quản lý, vận hành và cung cấp thông tin trên Cổng thông tin điện tử của "
    "các cơ quan chuyên môn, đơn vị sự nghiệp công lập và Ủy ban nhân dân các xã, phường, thị trấn trên địa bàn tỉnh"
)
TEXT = (
    "Đoàn kiểm tra đã làm việc với các thôn, ghi nhận kết quả và nêu những việc cần làm ngay trong tháng tới để "
    "bảo đảm đời sống của bà con, nhất là ở các thôn vùng cao."
)
DAY = date(2024, 3, 20)
PORTAL = SimpleNamespace(display_name=LONG_UNIT, slug="vi-du", level="commune", group="commune")


def picture():
    """Stands for an uploaded picture: what a rendition has."""
    return SimpleNamespace(url=static("theme/sample.svg"), width=1200, height=675)


def link(label, url="#"):
    return {"label": label, "url": url}


def group(label, *items):
    return {"label": label, "url": "#", "items": [link(item) for item in items]}


CHROME = {
    "home_url": "/",
    "emblem": None,
    "unit_above": "Ủy ban nhân dân huyện Bảo Thắng",
    "province_home_url": "/",
    "is_demo": True,
    "menu": [
        group("Giới thiệu", "Giới thiệu chung", "Quá trình hình thành và phát triển", "Giới thiệu địa phương", "Lãnh đạo",
              "Danh bạ và đầu mối liên hệ", "Ban biên tập", "Kênh thông tin chính thức"),
        group("Tin tức", "Tin tức, sự kiện", "Chỉ đạo, điều hành", "Người phát ngôn"),
        group("Văn bản", "Văn bản quy phạm pháp luật và văn bản hành chính", "Lấy ý kiến dự thảo", "Phổ biến pháp luật"),
        group("Công khai", "Ngân sách", "Dự án, đầu tư công, mua sắm công", "Quy hoạch, kế hoạch", "Tiếp cận thông tin"),
        group("Dịch vụ", "Thủ tục hành chính", "Hỏi - Đáp", "Tiếp công dân", "Phản ánh, kiến nghị"),
        {"label": "Liên hệ", "url": "/lien-he/", "items": []},
    ],
    "quick_links": [link("Thủ tục hành chính"), link("Hỏi - Đáp"), link("Lịch tiếp công dân")],
    "footer": {
        "agency": LONG_UNIT,
        "address": "Tổ dân phố số 3, thị trấn Nông trường Phong Hải, huyện Bảo Thắng, tỉnh Lào Cai",
        "phone": "0214 3800 000",
        "fax": "0214 3800 001",
        "email": "vi-du@laocai.example",
        "responsible_name": "Nguyễn Thị Minh Ví Dụ",
        "responsible_title": "Phó Chủ tịch Ủy ban nhân dân, Trưởng ban biên tập",
        "licence": "",
        "editorial_board": "Ban biên tập Trang thông tin điện tử thị trấn Nông trường Phong Hải",
        "last_update": datetime(2024, 3, 20, 9, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")),
        "accessibility_url": "#",
        "privacy_url": "#",
        "sitemap_url": "#",
    },
}  # fmt: skip


class SampleForm(forms.Form):
    name = forms.CharField(label="Họ và tên", widget=forms.TextInput({"class": "form-control"}))
    kind = forms.ChoiceField(
        label="Hình thức văn bản", required=False, widget=forms.Select({"class": "form-select"}),
        choices=[("", "Tất cả"), ("a", "Quyết định"), ("b", "Kế hoạch, chương trình")],
    )  # fmt: skip
    email = forms.EmailField(
        label="Thư điện tử", help_text="Chỉ dùng để gửi câu trả lời cho ông, bà.",
        widget=forms.EmailInput({"class": "form-control"}),
    )  # fmt: skip


PERSON = {"name": "Hoàng Thị Minh Ví Dụ", "title": "Chủ tịch Ủy ban nhân dân", "phone": "0214 3800 002"}
FULL_PERSON = PERSON | {
    "title": "Phó Bí thư Thường trực Đảng ủy, Chủ tịch Hội đồng nhân dân thị trấn, Trưởng ban biên tập",
    "unit": LONG_UNIT, "mobile": "0912 000 000", "email": "hoang-thi-minh-vi-du@laocai.example", "leader": True,
}  # fmt: skip
DOCUMENT = {"title": "Kế hoạch phòng, chống thiên tai năm 2024", "url": "#"}
FULL_DOCUMENT = {
    "title": LONG_TITLE, "url": "#", "form": "Quyết định", "number": "3098/QĐ-UBND", "date": DAY, "issuer": LONG_UNIT,
}  # fmt: skip
UNITS = [{
    "name": LONG_UNIT,
    "children": [
        {"name": "Văn phòng - Thống kê", "note": "3 người", "children": [{"name": "Bộ phận một cửa"}, {"name": "Văn thư, lưu trữ"}]},
        {"name": "Tư pháp - Hộ tịch"},
        {"name": "Ban Chỉ huy Quân sự", "url": "#"},
    ],
}]  # fmt: skip


def specimens():
    """(component, [(state, context)]) in the order of the gallery."""
    return [*_small(), *_news(), *_documents(), *_people(), *_forms()]


def _small():
    task = {"url": "#", "title": "Thủ tục hành chính", "picture": "form", "text": "Giấy tờ, lệ phí, thời hạn giải quyết"}
    return [
        ("breadcrumbs", [("hai cấp", {"crumbs": [("Trang chủ", "/"), (LONG_TITLE[:80], "#")]}), ("trống", {})]),
        ("alert_bar", [("đủ", {"title": "Cảnh báo mưa lớn", "text": TEXT, "url": "#", "link": "Việc cần làm", "tone": "bad"}),
                       ("ngắn", {"title": "Cổng tạm ngừng từ 22 giờ ngày 20/3."})]),
        ("hero", [("đủ", {"title": LONG_UNIT, "line": TEXT, "tasks": [task] * 4}), ("ngắn", {"title": "Xã Ví Dụ"})]),
        ("badge", [(tone or "trơn", {"text": "Còn hiệu lực", "tone": tone}) for tone in ("", "good", "wait", "bad", "info")]),
        ("notice", [(tone, {"title": "Lưu ý", "text": TEXT, "tone": tone}) for tone in ("info", "good", "wait", "bad")]),
        ("language_notice", [("dự phòng", {"is_fallback": True}), ("không cần", {"is_fallback": False})]),
        ("empty_state", [("ngắn", {"why": "Chuyên mục này chưa có tin nào."}),
                         ("có lối ra", {"title": "Không tìm thấy văn bản", "why": TEXT, "url": "#", "link": "Bỏ lọc"})]),
    ]  # fmt: skip


def _news():
    story = {"title": "Xã tổ chức ngày hội đại đoàn kết", "url": "#"}
    full = {"title": LONG_TITLE, "url": "#", "date": DAY, "text": TEXT * 3, "image": picture(), "section": "Tin hoạt động"}
    return [
        ("news_card", [("đứng đầu", full | {"lead": True}), ("đủ", full), ("không ảnh", full | {"image": None}), ("ít nhất", story)]),
        ("news_row", [("lớn", full | {"big": True}), ("nhỏ", full), ("không ảnh", full | {"image": None}), ("ít nhất", story)]),
        ("share_bar", [("đủ", {"url": "https://vi-du.example/tin-tuc/a/", "title": LONG_TITLE})]),
        ("pagination", [(f"{count} mục, trang {number}", {"page_obj": Paginator(range(count), 4).page(number)})
                        for count, number in ((1, 1), (40, 1), (40, 5))]),
    ]  # fmt: skip


def _documents():
    facts = [("Số, ký hiệu", ""), ("Cơ quan ban hành", LONG_UNIT), ("Ngày ban hành", "tháng 3 năm 2024"), ("Trích yếu", LONG_TITLE)]
    return [
        ("document_row", [("đủ", FULL_DOCUMENT | {"state": "Còn hiệu lực", "state_tone": "good"}),
                          ("hết hiệu lực", FULL_DOCUMENT | {"state": "Hết hiệu lực", "state_tone": "bad"}), ("ít nhất", DOCUMENT)]),
        ("force_state", [(tone, {"text": "Còn hiệu lực", "tone": tone, "since": "20/03/2024"}) for tone in ("good", "wait", "bad", "")]),
        ("fact_table", [("có chỗ không rõ", {"rows": facts}), ("trống", {"rows": []})]),
        ("file_link", [("đủ", {"url": "#", "title": LONG_TITLE, "kind": "PDF", "size": 1_250_000, "pages": 12}),
                       ("ít nhất", {"url": "#", "title": "Phụ lục"})]),
        ("responsive_table", [("ba cột", {"caption": "Lịch tiếp công dân", "head": ["Ngày", "Người tiếp", "Địa điểm"],
                                          "rows": [["05/03/2024", "Chủ tịch Ủy ban nhân dân", LONG_UNIT]] * 3})]),
    ]  # fmt: skip


def _people():
    reach = {"title": "Bộ phận một cửa", "phone": "0214 3800 000; 0214 3800 003", "email": "mot-cua@laocai.example",
             "address": LONG_UNIT, "map_url": "#", "hours": "Thứ Hai đến thứ Sáu\n7:30-11:30 và 13:30-17:00", "fax": "0214 3800 001"}  # fmt: skip
    return [
        ("person_card", [("lãnh đạo", FULL_PERSON), ("có ảnh", FULL_PERSON | {"image": picture()}), ("ít nhất", PERSON), ("không số", {"name": "Lò A Ví", "title": "Công chức"})]),
        ("org_chart", [("ba tầng", {"nodes": UNITS}), ("một", {"nodes": [{"name": "Văn phòng"}]})]),
        ("contact_block", [("đủ", reach), ("ít nhất", {"phone": "0214 3800 000"})]),
    ]  # fmt: skip


def _forms():
    wrong, fresh = SampleForm({"name": "", "email": "sai"}), SampleForm()
    return [
        ("form_field", [("mới", {"field": fresh["email"]}), ("chọn", {"field": fresh["kind"]}), ("sai", {"field": wrong["email"]})]),
        ("error_summary", [("hai lỗi", {"form": wrong}), ("không lỗi", {"form": fresh})]),
        ("filter_panel", [("đóng", {"fields": fresh}), ("mở", {"fields": fresh, "open": True, "reset_url": "#"})]),
        ("search_form", [("thường", {"id": "q1", "query": "khai sinh"}), ("lớn", {"id": "q2", "big": True})]),
    ]  # fmt: skip
