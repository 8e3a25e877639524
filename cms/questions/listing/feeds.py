"""The newest answers, for feed readers."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cms.pages.bilingual.language import get_site_language
from tenants.hosts import base_url

from .addresses import address_of
from .naming import named_topics
from .queries import newest

ITEMS = 30
LONGEST = 380  # characters of an answer


class QuestionFeed(Feed):
    """Of the portal of the host. Titles and text are what was cleared for everybody."""

    item_guid_is_permalink = True

    def get_object(self, request):
        self_address = base_url(request.portal.pk, request) + request.path
        return {"portal": request.portal, "request": request, "address": self_address}

    def title(self, asked):
        return _("Hỏi - Đáp: %(portal)s") % {"portal": asked["portal"].display_name}

    def description(self, asked):
        return _("Câu hỏi mới được trả lời của %(portal)s.") % {"portal": asked["portal"].display_name}

    def link(self, asked):
        return base_url(asked["portal"].pk, asked["request"]) + reverse("public_questions")

    def feed_url(self, asked):
        return asked["address"]

    def items(self, asked):
        addressed = asked["request"]
        language = get_site_language()
        rows = newest(asked["portal"], ITEMS)
        topics = named_topics(*(row.topic for row in rows))
        return [(row, address_of(row, language, addressed), topics.get(row.topic)) for row in rows]

    def item_title(self, item):
        return item[0].heading

    def item_description(self, item):
        return Truncator(" ".join(item[0].answer.split())).chars(LONGEST)

    def item_link(self, item):
        return item[1]

    def item_guid(self, item):
        return item[1]

    def item_pubdate(self, item):
        return item[0].answered_at

    def item_categories(self, item):
        return [str(item[2])] if item[2] else []
