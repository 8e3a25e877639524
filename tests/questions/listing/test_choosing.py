"""What the public list offers to choose from, in which order, and what it says of a choice that cannot be."""

from bs4 import BeautifulSoup

from cms.questions.models import Topic

from .conftest import show, words

PATH = "/hoi-dap/"


def options(page, name):
    return [words(option) for option in page.select(f"select[name={name}] option")][1:]


def test_topics_stand_in_the_order_of_the_vietnamese_alphabet(read, a, b):
    for topic in ("Y tế", "Thuế, phí", "Đất đai", "Tài nguyên", "Thủ tục", "Dân tộc"):
        show(a, topic, topic=topic)
    show(b, "Bên kia", topic="An ninh")
    assert options(read(a), "chu-de") == ["Dân tộc", "Đất đai", "Tài nguyên", "Thủ tục", "Thuế, phí", "Y tế"]


def test_units_stand_in_the_same_order(read, a, b):
    for portal, name in ((a, "Phường Xuân Tăng"), (b, "Phường Ô Quý Hồ")):
        portal.name = name
        portal.save()
        show(portal, name)
    assert options(read(a, **{"pham-vi": "tinh"}), "don-vi") == ["Phường Ô Quý Hồ", "Phường Xuân Tăng"]


def test_days_the_wrong_way_round_are_said(read, a, b):
    show(a, "Của xã A"), show(b, "Của xã B")
    said = "Ngày đầu đứng sau ngày cuối"
    assert said in words(read(a, tu="2026-05-02", den="2026-05-01").main)
    assert said not in words(read(a, tu="2026-05-01", den="2026-05-01").main)


def test_the_english_feed_names_topics_in_english(visit, a, b):
    Topic.objects.update_or_create(name="Đất đai", defaults={"name_en": "Land"})
    for portal in (a, b):
        show(portal, "Sổ đỏ", topic="Đất đai")

    def categories(path):
        return [one.get_text() for one in BeautifulSoup(visit(a, path).content, "xml").select("item > category")]

    assert (categories("/en/hoi-dap/rss/"), categories("/hoi-dap/rss/")) == (["Land"], ["Đất đai"])
