"""Opens whatever a visitor can open, and tries there what is B's: in its queries and in its forms."""

from .asking import ask_in
from .relations import relate_in


def explore(crawl):
    for view, url in [*crawl.plain(), *crawl.own()]:
        answer = crawl.get(view, url)
        ask_in(crawl, view, url, answer)
        relate_in(crawl, view, url, answer)
