"""Asking on a portal: three things and consent are enough, and what was typed is never lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.questions.models import CaseFile, ClockRule, Topic
from tenants.models import Portal
from tenants.scoping import platform_scope
from tests.factories import make_portal, section_page

from .conftest import PATH, TEXT, cases, faults, filled, host, page_of


@pytest.mark.django_db
def test_the_form_is_on_every_portal(visit, a, b, department, province):
    for portal in (a, b, department, province):
        response = visit(portal, PATH)
        assert response.status_code == 200
        assert page_of(response).h1.text == "Gửi câu hỏi"


def test_the_form_asks_for_three_things_and_consent_that_is_not_given_yet(visit, a):
    form = page_of(visit(a, PATH)).select_one("form.ask")
    labels = {label["for"]: label.get_text() for label in form.select("label")}
    required = {name for name, words in labels.items() if "không bắt buộc" not in words}
    assert required >= {"id_text", "id_unit", "id_contact", "id_consent"}
    assert not form.select_one("#id_consent").has_attr("checked")
    assert not [box for box in form.select("input, textarea") if "can-cuoc" in str(box) or "id_number" in str(box)]
    assert form.select("img, canvas") == []


def test_a_question_reaches_the_unit_and_its_asker_gets_a_receipt(send, a, b):
    response = send(a)
    [question] = cases()
    assert (response.status_code, question.portal, question.text) == (302, a, TEXT)
    assert (question.asker.phone, question.asker.email, question.stage) == ("0912 345 678", "", "sent")
    assert response["Location"] == f"/hoi-dap/gui/da-nhan/{question.submission}/"
    assert question.asker.consented_at == question.asked_at


def test_whatever_helps_is_kept_with_the_question(send, a):
    more = {"name": "Giàng Thị Mai", "region": "xã Tả Phìn", "topic": "Đất đai", "wants_private": "on"}
    send(a, contact="mai@example.com", **more)
    [question] = cases()
    assert (question.asker.name, question.asker.email) == ("Giàng Thị Mai", "mai@example.com")
    assert (question.region, question.topic, question.wants_private) == ("xã Tả Phìn", "Đất đai", True)


def test_any_unit_can_be_asked_from_any_portal(send, a, b):
    assert send(a, to=b).status_code == 302
    assert [question.portal for question in cases()] == [b]


def test_who_does_not_know_asks_the_province(send, a, province):
    assert send(a, unit="toi-khong-ro").status_code == 302
    assert [question.portal for question in cases()] == [province]


def test_the_list_of_units_holds_open_portals_that_take_questions(visit, a, b, department, province):
    make_portal("xa-dong", name="Xã Đóng", state="building")
    with platform_scope():
        section_page(b, "questions").unpublish()
    offered = {option["value"] for option in page_of(visit(a, PATH)).select("#id_unit option")}
    assert offered == {"", "toi-khong-ro", a.slug, department.slug, province.slug}


def test_a_portal_that_stopped_taking_questions_says_so_and_keeps_the_words(send, a, b):
    Portal.objects.filter(pk=b.pk).update(state="suspended")
    response = send(a, to=b)
    assert "hiện không nhận câu hỏi" in faults(response)[0]
    assert page_of(response).select_one("#id_text").text.strip() == TEXT
    assert cases() == []


def test_own_unit_is_chosen_beforehand_and_at_the_province_nobody_must_know_who(visit, a, province):
    chosen = [
        page_of(visit(portal, PATH)).select_one("#id_unit option[selected]")["value"] for portal in (a, province)
    ]
    assert chosen == [a.slug, "toi-khong-ro"]


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"text": ""}, "Câu hỏi: Hãy viết câu hỏi."),
        ({"text": "   \n "}, "Câu hỏi: Hãy viết câu hỏi."),
        ({"text": "Gì?"}, "Câu hỏi: Viết rõ hơn một chút, ít nhất 10 ký tự."),
        ({"unit": ""}, "Cơ quan trả lời: Hãy chọn cơ quan, hoặc chọn “Tôi không rõ”."),
        ({"contact": None}, "Liên hệ để trả lời: Hãy nhập một cách liên hệ để cơ quan trả lời."),
        ({"contact": "12"}, "Liên hệ để trả lời: Số điện thoại chưa đủ hoặc thừa chữ số. Ví dụ: 0912 345 678."),
        ({"name": "An 001099012345"}, "Họ và tên: Chỉ ghi họ tên, không ghi số căn cước."),
    ],
)
def test_what_is_missing_is_said_and_everything_typed_stays(send, a, missing, words):
    typed = {"text": TEXT, "contact": "mai@example.com", "region": "xã Tả Phìn", "wants_private": "on", **missing}
    response = send(a, **typed)
    page = page_of(response)
    assert faults(response) == [words]
    assert page.select_one("#id_region")["value"] == "xã Tả Phìn"
    assert page.select_one("#id_wants_private").has_attr("checked")
    assert page.select_one("#id_consent").has_attr("checked")
    if "text" not in missing:
        assert page.select_one("#id_text").text.strip() == TEXT
    assert cases() == []


def test_without_consent_nothing_is_kept(send, a):
    response = send(a, consent=None)
    assert faults(response)[0].endswith("Phải có sự đồng ý thì cơ quan mới được dùng cách liên hệ. Hãy đánh dấu.")
    assert cases() == []


def test_each_fault_leads_to_its_field_which_says_the_same(send, a):
    page = page_of(send(a, text="", contact="x"))
    links = [link["href"] for link in page.select(".error-summary a")]
    assert links == ["#id_text", "#id_contact"]
    for link in links:
        field = page.select_one(link)
        assert field["aria-invalid"] == "true"
        described = [page.find(id=name) for name in field["aria-describedby"].split()]
        assert all(described)


def test_a_fault_in_the_folded_part_unfolds_it(send, a):
    assert page_of(send(a, topic="Bóng đá")).select_one("details.ask__more").has_attr("open")
    assert not page_of(send(a, text="")).select_one("details.ask__more").has_attr("open")


def test_files_are_kept_and_after_a_fault_must_be_chosen_again(send, a, paper):
    response = send(a, text="", files=[paper("don.txt"), paper("anh chụp.txt")])
    assert "Trình duyệt không giữ tệp đã chọn. Hãy chọn lại: don.txt, anh chụp.txt." in " ".join(faults(response))
    assert send(a, files=[paper("don.txt"), paper("anh chụp.txt")]).status_code == 302
    with platform_scope():
        assert list(CaseFile.objects.values_list("name", "content_type", "purpose")) == [
            ("don.txt", "text/plain", "asked"),
            ("anh chụp.txt", "text/plain", "asked"),
        ]


def test_a_refused_file_names_itself_and_nothing_else_is_lost(send, a, paper):
    response = send(a, files=[paper("virus.exe", b"MZ\x90\x00"), paper("don.txt")])
    said = " ".join(faults(response))
    assert "Tệp “virus.exe”:" in said
    assert "Hãy chọn lại: don.txt." in said
    assert page_of(response).select_one("#id_text").text.strip() == TEXT
    assert cases() == []


def test_a_refused_file_alone_is_not_asked_for_again(send, a, b, paper):
    for portal in (a, b):
        said = " ".join(faults(send(portal, files=[paper("virus.exe", b"MZ\x90\x00")])))
        assert "Tệp “virus.exe”:" in said and "chọn lại" not in said


def test_what_is_too_large_or_one_too_many_says_which_and_why(send, a, b, paper, monkeypatch):
    monkeypatch.setattr("cms.questions.asking.reading.MOST_BYTES", 20)
    for portal in (a, b):
        said = " ".join(faults(send(portal, files=[paper("big.txt", b"x" * 21), paper("don.txt")])))
        assert "Không nhận tệp “big.txt”: nặng hơn 20" in said
        assert "Hãy chọn lại: don.txt." in said
    said = " ".join(faults(send(a, files=[paper(f"{number}.txt") for number in range(6)])))
    assert "Không nhận tệp “5.txt”: mỗi lần gửi nhiều nhất 5 tệp." in said
    assert cases() == []


def test_a_text_that_is_too_long_comes_back_whole_with_its_length(send, visit, a, b):
    for portal in (a, b):
        assert not page_of(visit(portal, PATH)).select("form.ask [maxlength]")
        response = send(portal, text=(text := "Thửa đất " * 1300 + "hết."))
        assert faults(response) == [
            f"Câu hỏi: Dài {len(text)} ký tự, nhiều nhất được 10000. Nội dung vẫn giữ nguyên: hãy rút gọn rồi gửi lại."
        ]
        assert page_of(response).select_one("#id_text").text.strip() == text
        assert page_of(response).select_one("#id_contact")["value"] == "0912 345 678"
    assert cases() == []


def test_the_form_speaks_english_and_keeps_the_language_of_the_asker(citizen, a):
    response = citizen.get(f"/en{PATH}", headers=host(a))
    assert page_of(response).html["lang"] == "en"
    citizen.post(f"/en{PATH}", filled(a), headers=host(a))
    assert [question.language for question in cases()] == ["en"]


def test_a_topic_without_an_english_name_is_marked_on_the_english_form(visit, a, b):
    Topic.objects.create(name="Chim")
    Topic.objects.update_or_create(name="Y tế", defaults={"name_en": "Health"})
    for portal in (a, b):
        options = {
            option["value"]: option for option in page_of(visit(portal, f"/en{PATH}")).select("#id_topic option")
        }
        assert options["Chim"]["lang"] == "vi"
        assert (options["Y tế"].text, options["Y tế"].get("lang")) == ("Health", None)
        assert not page_of(visit(portal, PATH)).select("#id_topic option[lang]")


def test_the_form_sets_no_cookie_and_no_cache_shares_its_token(visit, a):
    first, second = visit(a, PATH), visit(a, PATH)
    assert first.cookies == {}
    assert "Cookie" not in first.get("Vary", "")
    assert first["Cache-Control"] == "private, no-cache"
    tokens = [page_of(response).select_one("[name=token]")["value"] for response in (first, second)]
    assert len(set(tokens)) == 2


def test_a_kind_without_a_clock_is_said_and_not_an_error(send, a):
    ClockRule.objects.all().delete()
    response = send(a)
    assert response.status_code == 200
    assert "chưa có thời hạn trả lời" in faults(response)[0]


def test_the_number_of_queries_does_not_grow_with_portals(visit, a):
    def queries():
        visit(a, PATH)
        with CaptureQueriesContext(connection) as seen:
            visit(a, PATH)
        return len(seen)

    few = queries()
    for number in range(5):
        make_portal(f"xa-them-{number}")
    assert queries() == few
