"""Components render in every state of the gallery: long, short and with nothing at all."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

import cms.theme
from cms.theme.samples import LONG_UNIT
from cms.theme.specimens import specimens

FOLDER = Path(cms.theme.__file__).parent / "templates/theme/components"
STATES = [(name, state, context) for name, states in specimens() for state, context in states]


def show(name, context=None, /, **more):
    return render_to_string(f"theme/components/{name}.html", {**(context or {}), **more})


def soup(name, context=None, /, **more):
    return BeautifulSoup(show(name, context, **more), "html.parser")


@pytest.mark.parametrize(("name", "state", "context"), STATES, ids=[f"{n}-{s}" for n, s, _ in STATES])
def test_every_state_is_clean(name, state, context):
    html = show(name, context)
    assert [word for word in ("None", "undefined", "null", " style=", "<script", "{{", "{%") if word in html] == []


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.html")))
def test_every_component_survives_nothing(name):
    html = show(name)
    assert "None" not in html


def test_every_component_stands_in_the_gallery():
    assert {path.stem for path in FOLDER.glob("*.html")} == {name for name, _states in specimens()}


def test_an_unknown_fact_says_so():
    assert soup("fact", label="Số, ký hiệu", value="").dd.get_text(strip=True) == "không rõ"


def test_a_known_fact_is_shown_line_by_line_and_escaped():
    dd = soup("fact", label="Nơi nhận", value="Như Điều 3\n<b>VT</b>").dd
    assert list(dd.stripped_strings) == ["Như Điều 3", "<b>VT</b>"]


def test_a_person_can_be_called_with_one_tap():
    links = [
        a["href"] for a in soup("person_card", name="A", title="B", phone="0214 3840 003", email="a@b.vn").select("a")
    ]
    assert links == ["tel:+842143840003", "mailto:a@b.vn"]


def test_a_person_without_numbers_has_no_empty_list():
    assert soup("person_card", name="A", title="B").select("ul, a, img") == []


def test_contact_names_only_what_is_there():
    labels = soup("contact_block", phone="0214 3800 000").select(".visually-hidden")
    assert [label.get_text(strip=True) for label in labels] == ["Điện thoại:"]


def test_a_breadcrumb_is_a_list_with_a_name():
    nav = soup("breadcrumbs", crumbs=[("Trang chủ", "/"), (LONG_UNIT, "/a/")]).nav
    assert [a["href"] for a in nav.select("ol a")] == ["/", "/a/"]
    assert nav["aria-label"] == "Đường dẫn"


def test_a_table_names_each_cell_for_the_phone():
    cells = soup("responsive_table", caption="Lịch", head=["Ngày", "Ai"], rows=[["5/3", "Chủ tịch"]]).select(
        "tbody [data-label]"
    )
    assert [(c["data-label"], c.get_text()) for c in cells] == [("Ngày", "5/3"), ("Ai", "Chủ tịch")]


def test_a_chart_nests_lists():
    chart = soup("org_chart", nodes=[{"name": "A", "children": [{"name": "B"}]}])
    assert chart.select_one("ul ul li").get_text(strip=True) == "B"


def test_an_error_names_its_field_and_leads_to_it():
    form = dict((name, dict(states)) for name, states in specimens())["error_summary"]["hai lỗi"]["form"]
    links = soup("error_summary", form=form).select("a")
    assert [a["href"] for a in links] == ["#id_name", "#id_email"]


def test_a_search_box_goes_where_the_language_says():
    assert soup("search_form", id="q").form["action"] == "/tim-kiem/"
    assert soup("search_form", id="q", site_language="en").form["action"] == "/en/tim-kiem/"


def test_a_search_box_has_a_label_and_escapes_what_was_asked():
    form = soup("search_form", id="q9", query='"><b>')
    assert form.label["for"] == form.input["id"] == "q9"
    assert form.input["value"] == '"><b>'
