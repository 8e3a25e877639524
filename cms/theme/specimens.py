"""Which components the gallery shows, in which states: short, long, without a picture, 1 and 40 items."""

from django.core.paginator import Paginator

from .samples import (
    DAY,
    DOCUMENT,
    FULL_DOCUMENT,
    FULL_PERSON,
    LONG_TITLE,
    LONG_UNIT,
    PERSON,
    TEXT,
    UNITS,
    SampleForm,
    picture,
)


def specimens():
    """(component, [(state, context)]) in the order of the gallery."""
    return [*_small(), *_news(), *_documents(), *_sections(), *_people(), *_forms()]


def _small():
    task = {
        "url": "#",
        "title": "Thủ tục hành chính",
        "picture": "form",
        "text": "Giấy tờ, lệ phí, thời hạn giải quyết",
    }
    return [
        ("breadcrumbs", [("hai cấp", {"crumbs": [("Trang chủ", "/"), (LONG_TITLE[:80], "#")]}), ("trống", {})]),
        (
            "alert_bar",
            [
                ("đủ", {"title": "Cảnh báo mưa lớn", "text": TEXT, "url": "#", "link": "Việc cần làm", "tone": "bad"}),
                ("ngắn", {"title": "Cổng tạm ngừng từ 22 giờ ngày 20/3."}),
            ],
        ),
        ("task_tile", [("đủ", task), ("ngắn", task | {"text": ""})]),
        ("hero", [("đủ", {"title": LONG_UNIT, "line": TEXT, "tasks": [task] * 4}), ("ngắn", {"title": "Xã Ví Dụ"})]),
        (
            "badge",
            [(tone or "trơn", {"text": "Còn hiệu lực", "tone": tone}) for tone in ("", "good", "wait", "bad", "info")],
        ),
        (
            "notice",
            [(tone, {"title": "Lưu ý", "text": TEXT, "tone": tone}) for tone in ("info", "good", "wait", "bad")],
        ),
        ("language_notice", [("dự phòng", {"is_fallback": True}), ("không cần", {"is_fallback": False})]),
        (
            "empty_state",
            [
                ("ngắn", {"why": "Chuyên mục này chưa có tin nào."}),
                ("có lối ra", {"title": "Không tìm thấy văn bản", "why": TEXT, "url": "#", "link": "Bỏ lọc"}),
            ],
        ),
    ]


def _news():
    story = {"title": "Xã tổ chức ngày hội đại đoàn kết", "url": "#"}
    full = {
        "title": LONG_TITLE,
        "url": "#",
        "date": DAY,
        "text": TEXT * 3,
        "image": picture(),
        "section": "Tin hoạt động",
    }
    return [
        (
            "news_card",
            [
                ("đứng đầu", full | {"lead": True}),
                ("đủ", full),
                ("không ảnh", full | {"image": None}),
                ("ít nhất", story),
            ],
        ),
        (
            "news_row",
            [("lớn", full | {"big": True}), ("nhỏ", full), ("không ảnh", full | {"image": None}), ("ít nhất", story)],
        ),
        ("share_bar", [("đủ", {"url": "https://vi-du.example/tin-tuc/a/", "title": LONG_TITLE})]),
        (
            "pagination",
            [
                (f"{count} mục, trang {number}", {"page_obj": Paginator(range(count), 4).page(number)})
                for count, number in ((1, 1), (40, 1), (40, 5))
            ],
        ),
    ]


def _documents():
    facts = [
        ("Số, ký hiệu", ""),
        ("Cơ quan ban hành", LONG_UNIT),
        ("Ngày ban hành", "tháng 3 năm 2024"),
        ("Trích yếu", LONG_TITLE),
    ]
    return [
        (
            "document_row",
            [
                ("đủ", FULL_DOCUMENT | {"state": "Còn hiệu lực", "state_tone": "good"}),
                ("có hạn", FULL_DOCUMENT | {"state": "Còn 5 ngày", "note": "Nhận hồ sơ đến hết 31/03/2026"}),
                ("hết hiệu lực", FULL_DOCUMENT | {"state": "Hết hiệu lực", "state_tone": "bad"}),
                ("ít nhất", DOCUMENT),
            ],
        ),
        (
            "force_state",
            [
                (tone, {"text": "Còn hiệu lực", "tone": tone, "since": "20/03/2024"})
                for tone in ("good", "wait", "bad", "")
            ],
        ),
        ("fact", [("rõ", {"label": "Số, ký hiệu", "value": "3098/UBND-BBT"}), ("không rõ", {"label": "Số, ký hiệu"})]),
        ("fact_table", [("có chỗ không rõ", {"rows": facts}), ("trống", {"rows": []})]),
        (
            "file_link",
            [
                ("đủ", {"url": "#", "title": LONG_TITLE, "kind": "PDF", "size": 1_250_000, "pages": 12}),
                ("ít nhất", {"url": "#", "title": "Phụ lục"}),
            ],
        ),
        (
            "responsive_table",
            [
                (
                    f"{n} dòng",
                    {
                        "caption": "Lịch tiếp công dân",
                        "head": ["Ngày", "Người tiếp", "Địa điểm"],
                        "rows": [["05/03/2024", "Chủ tịch Ủy ban nhân dân", LONG_UNIT]] * n,
                    },
                )
                for n in (1, 40)
            ],
        ),
    ]


def _sections():
    return [
        (
            "tabs",
            [
                (
                    f"{n} loại",
                    {
                        "label": "Loại",
                        "tabs": [{"label": LONG_TITLE[:40], "url": "#", "current": k == 1} for k in range(n)],
                    },
                )
                for n in (2, 6)
            ],
        ),
        (
            "timeline",
            [(f"{n} mốc", {"items": [{"years": "1976-1991", "text": TEXT}] * n}) for n in (1, 5)],
        ),
    ]


def _people():
    reach = {
        "title": "Bộ phận một cửa",
        "phone": "0214 3800 000; 0214 3800 003",
        "email": "mot-cua@laocai.example",
        "address": LONG_UNIT,
        "map_url": "#",
        "hours": "Thứ Hai đến thứ Sáu\n7:30-11:30 và 13:30-17:00",
        "fax": "0214 3800 001",
    }
    return [
        (
            "person_card",
            [
                ("lãnh đạo", FULL_PERSON),
                ("có ảnh", FULL_PERSON | {"image": picture()}),
                ("ít nhất", PERSON),
                ("không số", {"name": "Lò A Ví", "title": "Công chức"}),
            ],
        ),
        (
            "org_chart",
            [
                ("ba tầng", {"nodes": UNITS}),
                ("một", {"nodes": [{"name": "Văn phòng"}]}),
                (
                    "bốn mươi",
                    {
                        "nodes": [
                            {"name": "Ủy ban nhân dân", "children": [{"name": f"Thôn {n}"} for n in range(1, 41)]}
                        ]
                    },
                ),
            ],
        ),
        ("contact_block", [("đủ", reach), ("ít nhất", {"phone": "0214 3800 000"})]),
    ]


def _forms():
    wrong, fresh = SampleForm({"name": "", "email": "sai"}), SampleForm()
    return [
        (
            "form_field",
            [
                ("mới", {"field": fresh["email"]}),
                ("chọn", {"field": fresh["kind"]}),
                ("sai", {"field": wrong["email"]}),
            ],
        ),
        ("error_summary", [("hai lỗi", {"form": wrong}), ("không lỗi", {"form": fresh})]),
        (
            "select_field",
            [
                ("đã chọn", {"name": "nam", "label": "Năm ban hành", "values": [2024, 2023], "value": 2023}),
                ("cặp", {"name": "hinh-thuc", "label": "Hình thức", "options": [("a", LONG_TITLE)]}),
            ],
        ),
        (
            "text_field",
            [
                ("đủ", {"name": "so", "label": "Số, ký hiệu", "value": "3098", "hint": "Ví dụ: 3098/UBND-BBT"}),
                ("ít nhất", {"name": "ten", "label": "Tên"}),
            ],
        ),
        ("filter_panel", [("đóng", {"fields": fresh}), ("mở", {"fields": fresh, "open": True, "reset_url": "#"})]),
        ("search_form", [("thường", {"id": "q1", "query": "khai sinh"}), ("lớn", {"id": "q2", "big": True})]),
    ]
