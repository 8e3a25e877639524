"""A report that is ready in Word stands before the chief within a minute, and nobody cleans anything up."""

import time

from cms.pages.models import ArticlePage
from tenants.models import Portal, Role
from tests.factories import make_user
from tests.pages.uploads.reports import report, saved

SECONDS = 60


def test_a_word_report_is_submitted_within_a_minute(screen, world, sign_in):
    a = Portal.objects.get(slug="xa-a")
    sign_in(screen, "xa-a", make_user("bien-tap@xa-a.example", portal=a, role=Role.EDITOR))
    started = time.monotonic()
    screen.click(".cong-button >> nth=0")
    screen.click("a:has-text('Nhập từ Word')")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    screen.set_input_files("#id_file", {"name": "bao-cao.docx", "mimeType": kind, "buffer": saved(report())})
    screen.click("form.cong-word button[type=submit]")
    screen.wait_for_url("**/edit/")
    assert screen.input_value("#id_title") == "Báo cáo quý I năm 2026"
    screen.locator(".public-DraftEditor-content").first.wait_for()
    screen.locator("button[name=action-submit]").first.evaluate("button => button.click()")
    screen.wait_for_url("**/admin/pages/*/")
    assert time.monotonic() - started < SECONDS
    assert screen.errors == []
    assert [page.portal for page in ArticlePage.objects.all()] == [a]
