"""How the agency came to be: the story and its milestones."""

from cms.pages.models.history import Milestone

from .contents import content_of, rich


def fill_history(page, slug):
    """The page with its texts and unsaved milestones, or None where nothing was written."""
    content = content_of(slug, "history")
    if not content:
        return None
    page.story, page.story_en = rich(content["story"]), rich(content["story_en"], english=True)
    page.milestones.set(
        [
            Milestone(years=str(years), text=text, text_en=english, sort_order=order)
            for order, (years, text, english) in enumerate(content["milestones"])
        ]
    )
    return page
