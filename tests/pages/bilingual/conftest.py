"""Every test here has a neighbour: the same article in portal B, which nothing done in A may change."""

import pytest

from .articles import bilingual_article, columns


@pytest.fixture(autouse=True)
def neighbour(b):
    """An article of B with the same words; after the test its row must be what it was."""
    page = bilingual_article(b)
    before = columns(page)
    yield page
    assert columns(page) == before


@pytest.fixture
def article(a):
    return bilingual_article(a)
