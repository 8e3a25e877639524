"""The questions that everybody may read: list, page of one, feed, site map, the newest for a portal's home."""
