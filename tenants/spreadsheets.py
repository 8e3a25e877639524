"""What every table that leaves as a file has in common."""

BYTE_ORDER_MARK = "\ufeff"  # begins a CSV file: tells Excel that it is UTF-8
