"""The receipt: the code at once, what happens next with days, a picture to scan; for a day and for its asker alone."""

import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.questions.asking.receipts import drawn, masked
from cms.questions.models import Question
from cms.theme.partial_days import whole_day
from tenants.scoping import platform_scope

from .conftest import cases, faults, host, page_of, token


@pytest.fixture
def receipt(send, citizen, a):
    """A question to A, and a way to open its receipt on any portal's host."""
    address = send(a, contact="mai@example.com", text="Xã có nhận hồ sơ vào thứ bảy không?")["Location"]

    def open_it(portal=a, end=""):
        return citizen.get(f"{address}{end}", headers=host(portal))

    return open_it


def test_the_code_stands_large_and_the_text_is_there_to_keep(receipt):
    [question] = cases()
    page = page_of(receipt())
    assert page.select_one(".receipt__sign").text == question.code
    assert question.text in page.select_one(".receipt__said").text
    assert page.h1.text == "Đã nhận câu hỏi"


def test_what_happens_next_names_the_days_of_the_clock(receipt):
    [question] = cases()
    steps = [" ".join(row.get_text().split()) for row in page_of(receipt()).select(".receipt__steps li")]
    assert steps[0].startswith(f"Chậm nhất {whole_day(question.receipt_due_on)}")
    assert steps[0].endswith("Xã An Bình xem và tiếp nhận, hoặc chuyển đến đúng cơ quan.")
    assert steps[1].startswith(f"Chậm nhất {whole_day(question.due_on)}")
    assert len(steps) == 3


def test_the_address_to_write_to_is_shown_in_part(receipt):
    page = page_of(receipt())
    assert "m…@example.com" in page.select_one(".receipt__code").text
    assert "mai@example.com" not in page.text


@pytest.mark.parametrize(("email", "shown"), [("", ""), ("a@b.vn", "a…@b.vn"), ("nguyen.an@b.vn", "n…@b.vn")])
def test_masking(email, shown):
    assert masked(email) == shown


def test_the_picture_is_an_svg_of_its_own_without_script_or_style(receipt):
    response = receipt(end="ma.svg")
    assert response["Content-Type"] == "image/svg+xml"
    tree = ET.fromstring(response.content)
    assert {element.tag.rpartition("}")[2] for element in tree.iter()} == {"svg", "path", "rect"}
    assert page_of(receipt()).select_one(".receipt__picture img")["src"].endswith("/ma.svg")


def test_the_picture_leads_to_tracking_and_keeps_the_code_from_servers(receipt):
    [question] = cases()
    link = f"http://xa-a.localhost/hoi-dap/tra-cuu/#{question.code}"
    assert receipt(end="ma.svg").content == drawn(link)


def test_the_button_opens_the_case_without_a_script_and_without_the_code_in_an_address(receipt, citizen, a, b):
    for portal in (a, b):
        form = page_of(receipt(portal)).select_one(".receipt__buttons form[method=post]")
        sent = {box["name"]: box["value"] for box in form.select("input")}
        answer = citizen.post(form["action"], sent, headers=host(portal), follow=True)
        assert (answer.status_code, page_of(answer).h1.text) == (200, "Câu hỏi của ông/bà")
        assert cases()[0].code not in answer.redirect_chain[0][0] + form["action"]


def test_a_receipt_stays_with_its_asker(receipt):
    for response in (receipt(), receipt(end="ma.svg")):
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == "no-referrer"


def test_the_code_is_not_in_the_address(send, a):
    assert cases() == []
    address = send(a)["Location"]
    assert cases()[0].code not in address


@pytest.mark.parametrize("end", ["", "ma.svg"])
def test_a_day_later_only_the_code_opens_it(receipt, end):
    with platform_scope():
        Question.objects.update(recorded_at=timezone.now() - timedelta(hours=25))
    assert receipt(end=end).status_code == 404


@pytest.mark.parametrize("guess", ["0" * 32, "x", "none", "null"])
def test_a_guessed_receipt_is_not_there(citizen, a, send, guess):
    send(a)
    assert citizen.get(f"/hoi-dap/gui/da-nhan/{guess}/", headers=host(a)).status_code == 404


def test_a_question_sent_again_a_day_later_names_the_day(send, a):
    same = token()
    send(a, token=same)
    with platform_scope():
        Question.objects.update(recorded_at=timezone.now() - timedelta(hours=25))
    assert "Hãy dùng mã tra cứu đã cấp" in faults(send(a, token=same))[0]


def test_it_prints_without_what_is_only_pressed(receipt):
    page = page_of(receipt())
    assert "no-print" in page.select_one(".receipt__buttons")["class"]
    assert page.select_one("[data-do=print]")
    assert page.select("style, script:not([src]), [style], [onclick]") == []
