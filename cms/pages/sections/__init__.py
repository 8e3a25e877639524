"""The section tree as data: which sections the law asks of which portal, read from the YAML files beside this one."""

from .definitions import Section
from .loading import column_of, find_section, load_sections, menus, place_in_tree, sections_for

__all__ = ["Section", "column_of", "find_section", "load_sections", "menus", "place_in_tree", "sections_for"]
