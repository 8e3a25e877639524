"""Complete edit forms as a browser would send them."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

ARTICLE = {
    "title": "Bài viết",
    "title_en": "Article",
    "slug": "bai-viet",
    "lead": "Tóm tắt",
    "lead_en": "Summary",
    "picture": "",
    "picture_alt": "",
    "picture_alt_en": "",
    "picture_caption": "",
    "picture_caption_en": "",
    "source": "",
    "author": "",
    "seo_title": "",
    "seo_title_en": "",
    "search_description": "",
    "search_description_en": "",
}

DOCUMENT = {
    "title": "Quyết định",
    "title_en": "",
    "slug": "quyet-dinh",
    "form": "quyet-dinh",
    "number": "12/QĐ-UBND",
    "issuer": "Ủy ban nhân dân xã",
    "abstract": "Về việc phân công.",
    "abstract_en": "",
    "issue_date": "",
    "issue_precision": "unknown",
    "effective_date": "",
    "effective_precision": "unknown",
    "expiry_date": "",
    "expiry_precision": "unknown",
    "stated_force": "",
    "signer": "",
    "signer_title": "",
    "field": "",
    "recipients": "",
    "seo_title": "",
    "seo_title_en": "",
    "search_description": "",
    "search_description_en": "",
}


def article_form(*, body=(("heading", "Đầu đề"),), body_en=(("heading", "Headline"),), **changes):
    """The edit form of an article in both languages; `action-publish="1"` and the like choose the button."""
    streams = {"body": streamfield(list(body)), "body_en": streamfield(list(body_en))}
    rows = {"attachments": inline_formset([]), "comments": inline_formset([])}
    return nested_form_data({**ARTICLE, **streams, **rows, **changes})


def document_form(**changes):
    return nested_form_data(
        {
            **DOCUMENT,
            "files": inline_formset([]),
            "relations": inline_formset([]),
            "comments": inline_formset([]),
            **changes,
        }
    )
