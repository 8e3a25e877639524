"""Invented values for the gallery and its tests: short, long and missing. Nobody named here exists."""

from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from django import forms
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
        group(
            "Giới thiệu",
            "Giới thiệu chung",
            "Quá trình hình thành và phát triển",
            "Giới thiệu địa phương",
            "Lãnh đạo",
            "Danh bạ và đầu mối liên hệ",
            "Ban biên tập",
            "Kênh thông tin chính thức",
        ),
        group("Tin tức", "Tin tức, sự kiện", "Chỉ đạo, điều hành", "Người phát ngôn"),
        group(
            "Văn bản", "Văn bản quy phạm pháp luật và văn bản hành chính", "Lấy ý kiến dự thảo", "Phổ biến pháp luật"
        ),
        group(
            "Công khai", "Ngân sách", "Dự án, đầu tư công, mua sắm công", "Quy hoạch, kế hoạch", "Tiếp cận thông tin"
        ),
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
}


class SampleForm(forms.Form):
    name = forms.CharField(label="Họ và tên", widget=forms.TextInput({"class": "form-control"}))
    kind = forms.ChoiceField(
        label="Hình thức văn bản",
        required=False,
        widget=forms.Select({"class": "form-select"}),
        choices=[("", "Tất cả"), ("a", "Quyết định"), ("b", "Kế hoạch, chương trình")],
    )
    email = forms.EmailField(
        label="Thư điện tử",
        help_text="Chỉ dùng để gửi câu trả lời cho ông, bà.",
        widget=forms.EmailInput({"class": "form-control"}),
    )


PERSON = {"name": "Hoàng Thị Minh Ví Dụ", "title": "Chủ tịch Ủy ban nhân dân", "phone": "0214 3800 002"}
FULL_PERSON = PERSON | {
    "title": "Phó Bí thư Thường trực Đảng ủy, Chủ tịch Hội đồng nhân dân thị trấn, Trưởng ban biên tập",
    "unit": LONG_UNIT,
    "mobile": "0912 000 000",
    "fax": "0214 3800 009",
    "besides": [{"title": "Người phát ngôn"}],
    "email": "hoang-thi-minh-vi-du@laocai.example",
    "leader": True,
}
DOCUMENT = {"title": "Kế hoạch phòng, chống thiên tai năm 2024", "url": "#"}
FULL_DOCUMENT = {
    "title": LONG_TITLE,
    "url": "#",
    "form": "Quyết định",
    "number": "3098/QĐ-UBND",
    "date": DAY,
    "issuer": LONG_UNIT,
}
UNITS = [
    {
        "name": LONG_UNIT,
        "who": "Hoàng Thị Minh Ví Dụ",
        "title": "Chủ tịch Ủy ban nhân dân",
        "phone": "0214 3800 002",
        "children": [
            {
                "name": "Văn phòng - Thống kê",
                "note": "3 người",
                "children": [{"name": "Bộ phận một cửa"}, {"name": "Văn thư, lưu trữ"}],
            },
            {"name": "Tư pháp - Hộ tịch"},
            {"name": "Ban Chỉ huy Quân sự", "url": "#"},
        ],
    }
]
