"""The parts of the form one by one: tokens, tidy text, contacts, and what looks like advertising."""

import unicodedata
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from cms.questions.actions import Contact
from cms.questions.asking.contacting import contact_of
from cms.questions.asking.scoring import suspicion_of, words_of
from cms.questions.asking.tidying import is_unseen, tidy, tidy_line
from cms.questions.asking.tokens import OLDEST, SIGNER, YOUNGEST, new_token, read_token
from tests.factories.pages import local

NOW = local(2026, 3, 2)
QUESTION = "Tôi muốn hỏi thủ tục tách thửa đất ở xã Tả Phìn gồm những giấy tờ gì?"


def test_a_token_says_which_sending_it_is_and_when_it_was_made():
    token = read_token(new_token(now=NOW))
    assert (len(token.submission), token.made_at) == (32, NOW)
    assert read_token(new_token(now=NOW)).submission != token.submission


@pytest.mark.parametrize(
    ("age", "young", "old"),
    [
        (timedelta(seconds=1), True, False),
        (YOUNGEST, False, False),
        (timedelta(hours=3), False, False),
        (OLDEST, False, False),
        (OLDEST + timedelta(seconds=1), False, True),
        (timedelta(seconds=-1), True, True),
    ],
)
def test_a_token_is_old_enough_and_not_too_old(age, young, old):
    token = read_token(new_token(now=NOW))
    assert (token.is_young(NOW + age), token.is_old(NOW + age)) == (young, old)


@given(st.text(max_size=60))
def test_what_we_did_not_sign_is_no_token(text):
    assert read_token(text) is None


@pytest.mark.parametrize("end", ["", ".", ".x", ".99999999999999999999", ".nan", ".-1e5"])
def test_a_signed_text_that_is_no_token_is_none(end):
    assert read_token(SIGNER.sign(f"abc{end}")) is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Đường\u202e hỏng \0", "Đường hỏng"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n\n\n\n\n\nb", "a\n\n\nb"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Hường"), "Nguyễn Thị Hường"),
        ("a" + "\u0338" * 40, "a" + "\u0338" * 4),
        ("👨‍👩‍👧 hỏi", "👨‍👩‍👧 hỏi"),
        ("កម្ពុជា हिन्दी ລາວ", "កម្ពុជា हिन्दी ລາວ"),
        ("tab\tở giữa", "tab\tở giữa"),
    ],
)
def test_words_stay_and_what_no_eye_sees_goes(typed, kept):
    assert tidy(typed) == kept


@given(st.text(max_size=200))
def test_tidy_text_stays_as_it_is(text):
    once = tidy(text)
    assert tidy(once) == once
    assert not any(is_unseen(letter) for letter in once)
    assert "\n" not in tidy_line(text)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mai@example.com", Contact(email="mai@example.com")),
        ("mai @example.com", Contact(email="mai@example.com")),
        ("0912 345 678", Contact(phone="0912 345 678")),
        ("(0214) 3.840.003", Contact(phone="(0214) 3.840.003")),
        ("+84 912345678", Contact(phone="+84 912345678")),
        ("+86 138 0013 8000", Contact(phone="+86 138 0013 8000")),
        ("Thôn Sả Séng, xã Tả Phìn", Contact(address="Thôn Sả Séng, xã Tả Phìn")),
    ],
)
def test_one_line_gives_one_way_to_answer(typed, found):
    assert contact_of(typed) == found


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("mai@", "Thư điện tử chưa đúng dạng"),
        ("a@b@c.vn", "Thư điện tử chưa đúng dạng"),
        ("12345", "Số điện thoại chưa đủ"),
        ("001099012345", "Không cần số căn cước"),
        ("123456789", "Không cần số căn cước"),
        ("nhà tôi", "Nhập thư điện tử, số điện thoại hoặc địa chỉ"),
        ("- . - . -", "Nhập thư điện tử, số điện thoại hoặc địa chỉ"),
        ("Giàng A Sử, căn cước 010099012345", "Không ghi số căn cước"),
        ("x " * 200, "dài quá"),
        ("a" * 300 + "@example.com", "Thư điện tử"),
    ],
)
def test_what_reaches_nobody_is_said(typed, words):
    with pytest.raises(ValidationError) as fault:
        contact_of(typed)
    assert words in fault.value.messages[0]


@pytest.mark.parametrize(
    "text",
    [
        QUESTION,
        "Xem tại https://laocai.gov.vn/van-ban và https://dichvucong.gov.vn/ nhưng không thấy mẫu đơn?",
        "Trang example.com của xã nào? Tôi gửi đơn ngày 12/3/2024 mà chưa ai trả lời.",
        "TÔI MUỐN HỎI về đất.",
        "Vì sao vì sao vì sao chưa trả lời tôi?",
        "Số tiền 100.000.000.000 đồng hỗ trợ ở đâu?",
        "Is the office open on Saturday? I am a visitor from Germany.",
    ],
)
def test_questions_of_people_are_not_suspicious(text):
    assert suspicion_of(text).code == ""


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        (f"{QUESTION} http://a.example http://b.example http://c.example", "links"),
        (f"{QUESTION} xem bit.ly/abc", "short_links"),
        (f"{QUESTION} <a href=x>y</a>", "markup"),
        ("Nhà cái uy tín, cá cược bóng đá, nổ hũ đổi thưởng", "adverts"),
        (f"{QUESTION} aaaaaaaaaaaaaaa", "repeats"),
        ("mua ngay " * 30, "few_words"),
        (f"\u202e{QUESTION}", "unseen"),
        ("12345 67890 ?!", "no_words"),
    ],
)
def test_what_looks_like_advertising_is_marked_in_words(text, sign):
    found = suspicion_of(text)
    assert sign in found.signs
    assert found.is_marked
    assert len(words_of(found.code)) == len(found.signs)


def test_signs_add_up_to_doubt():
    text = "Nhà cái cá cược http://a.top http://b.top http://c.top bit.ly/x"
    assert suspicion_of(text).is_doubted
    assert not suspicion_of(QUESTION, is_repeated=True).is_doubted
    assert suspicion_of(QUESTION, is_repeated=True).code == "same_text"


@given(st.text(max_size=300))
def test_any_text_can_be_judged_and_its_code_fits_the_case(text):
    assert len(suspicion_of(text, is_repeated=True).code) <= 200


def test_unknown_signs_of_older_days_say_nothing():
    assert words_of("") == words_of("xyz") == []
