"""The province reads case files to help, not to handle: without who asked, without files, without a single button."""

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from cms.questions.actions import Upload, reopen
from cms.questions.models import CaseFile
from tenants.actions import act_for
from tests.factories import make_user
from tests.factories.questions import ASKER, make_question
from tests.questions.screens import again, at_screen

from .conftest import DESK, address

PERSONAL = (ASKER.name, ASKER.email, ASKER.phone, ASKER.address)


def overseen(question):
    return f"{DESK}overseen/{question.pk}/"


@pytest.fixture
def case(a, staff_a, staff_b):
    file = Upload(ContentFile(b"tep", "giay-to.txt"), "giay-to.txt", "text/plain", 3)
    return make_question(a, "Bao giờ sửa đường?", files=[file])


@pytest.mark.parametrize("role", ["province_office", "province_admin"])
def test_the_province_reads_any_case_without_asker_and_files(enter, province, case, theirs, role):
    client = enter(province, role)
    for question in (case, theirs):
        shown = client.get(overseen(question))
        assert shown.status_code == 200 and question.text in shown.text and "Vì sao hạn là ngày này" in shown.text
        assert not any(words in shown.text for words in (*PERSONAL, "giay-to.txt"))
        assert f"{question.pk}/do/" not in shown.text and f"{question.pk}/slip/" not in shown.text


def test_the_province_reads_neither_code_nor_what_tells_who_somebody_is(enter, province, a, b, staff_a, staff_b):
    told = "Tôi tên là Lý Thị Hoa, CCCD 010185001234, nhà ở Thôn 3."
    client = enter(province, "province_office")
    for portal in (a, b):
        question = make_question(portal, told, upto="answered", answer="Trả lời bà Lý Thị Hoa, gọi 0912 345 678.")
        reopen(question, text="Gọi lại cho tôi số 0987 654 321.", now=timezone.now())
        shown = client.get(overseen(question))
        assert shown.status_code == 200 and "đã ẩn họ tên" in shown.text
        secrets = (question.code, "Lý Thị Hoa", "010185001234", "0912 345 678", "0987 654 321")
        assert not any(words in shown.text for words in secrets)
        assert again(question).text == told


def test_the_province_handles_nothing_and_opens_no_file(enter, province, case):
    client = enter(province, "province_office")
    (file,) = CaseFile._base_manager.filter(question=case)
    for path in ("do/receive/", "do/remove/", "slip/", f"files/{file.pk}/", "qr.svg"):
        for send in (client.get, client.post):
            assert send(f"{address(case)}{path}").status_code != 200
    assert again(case).version == case.version


def test_who_acts_for_the_portal_reads_and_no_more(province, case, a):
    user = make_user("tinh.giup@tinh.example", portal=province, role="province_office")
    act_for(user, portal=a, reason="Giúp xã", now=timezone.now())
    client = at_screen(user, a)
    shown = client.get(address(case))
    assert shown.status_code == 200 and case.text in shown.text
    assert not any(words in shown.text for words in (*PERSONAL, "giay-to.txt"))
    assert "/do/" not in shown.text
    client.post(f"{address(case)}do/receive/", {"version": case.version})
    assert again(case).version == case.version


@pytest.mark.parametrize("role", ["officer", "head", "editor", "chief"])
def test_a_unit_oversees_nobody(enter, a, case, theirs, role):
    client = enter(a, role)
    for question in (case, theirs):
        assert question.text not in client.get(overseen(question), follow=True).text


def test_nobody_without_an_account_reads_anything(client, case):
    for path in (overseen(case), address(case), DESK, f"{DESK}all/", f"{DESK}units/?q=xa"):
        answer = client.get(path, headers={"host": "xa-a.localhost"})
        assert answer.status_code == 302 and "/login/" in answer.url
