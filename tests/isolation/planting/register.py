"""Units, persons and posts."""

from datetime import date

from wagtail.log_actions import log

from cms.pages.people.models import Person, Post, Unit

from ..canaries import canary, fill


def _save(record, word, label, user):
    fill(record, word, label).save()
    log(instance=record, action="wagtail.create", user=user)
    return record


def plant_register(word, portal, media, user):
    """A unit below a unit, a person with a picture, a post that ties them."""
    above = _save(Unit(portal=portal), word, "unitabove", user)
    unit = _save(Unit(portal=portal, parent=above), word, "unit", user)
    person = Person(portal=portal, name=canary(word, "person", "name"), photo=media["image"])
    _save(person, word, "person", user)
    post = Post(portal=portal, person=person, unit=unit, kind="leader", from_date=date(2020, 1, 1))
    _save(post, word, "post", user)
    return {"unit": unit, "person": person, "post": post}
