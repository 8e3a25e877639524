"""Everything written for one portal's sections, in the order in which its parts need one another."""

import random

from .declarations import write_declarations
from .gazettes import insert_gazettes
from .guidances import insert_guidances
from .links import write_links
from .papers import insert_papers
from .schedules import insert_schedules


def plant_sections_of(portal, *, now, today):
    """{key: page} of the documents among it."""
    papers = insert_papers(portal, now=now, today=today)
    insert_gazettes(portal, papers, now=now, today=today)
    insert_guidances(portal, papers, now=now, today=today)
    insert_schedules(portal, now=now, today=today)
    write_declarations(portal, rng=random.Random(f"nil:{portal.slug}"), today=today)
    write_links(portal)
    return papers
