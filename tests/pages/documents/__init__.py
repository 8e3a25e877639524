"""Legal documents: dates, numbers, force, relations, lists."""
