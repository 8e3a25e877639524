"""Looks at every address that names a row of B."""


def read(crawl):
    for view, url in crawl.foreign():
        crawl.get(view, url, foreign=True)
