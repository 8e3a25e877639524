"""Above the form of a document stands that another live one of the portal may be the same; it blocks nothing."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import make_document

KNOWN = {"number": "12/QĐ-UBND", "issuer": "UBND xã", "issue_date": date(2024, 1, 10), "issue_precision": "day"}
NO_DATE = {"issue_date": None, "issue_precision": "unknown"}


def _shown(client, page):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"issuer": ""}, True),
        (NO_DATE, True),
        ({"issue_precision": "month"}, True),
        ({**NO_DATE, "number": "Số 012/qđ-ubnd"}, True),
        ({}, False),  # all is known: the form itself refuses it
        ({**NO_DATE, "issuer": "Hội đồng nhân dân xã"}, False),
        ({"issuer": "", "issue_date": date(2024, 1, 11)}, False),
        ({**NO_DATE, "number": "112/QĐ-UBND"}, False),
        ({**NO_DATE, "number": ""}, False),
    ],
)
def test_the_same_number_is_told_while_issuer_or_day_are_unknown(enter, a, b, own, told):
    make_document(a, "Bản đã đăng", **KNOWN)
    make_document(b, "Bản của B", **KNOWN)
    text = _shown(enter(a, "editor"), make_document(a, "Bản mới", live=False, **{**KNOWN, **own}))
    assert ("Lưu ý:" in text, "cùng số, ký hiệu: “Bản đã đăng”" in text) == (told, told)
    assert "Bản của B" not in text


def test_drafts_and_other_portals_are_no_twins(enter, a, b):
    make_document(a, "Bản nháp", live=False, **KNOWN)
    make_document(b, "Bản của B", **KNOWN)
    assert "Lưu ý:" not in _shown(enter(a, "editor"), make_document(a, "Bản mới", live=False, **{**KNOWN, **NO_DATE}))
