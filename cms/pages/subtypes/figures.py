"""Numbers as people write them here: 5.120 in Vietnamese, 5,120 in English."""

from django.utils.formats import get_format
from django.utils.numberformat import format as format_number


def grouped(number):
    """Thousands apart, no zeros at the end; "" for None. Django's own Vietnamese format leaves thousands together."""
    if number is None:
        return ""
    text = f"{number:f}"
    plain = text.rstrip("0").rstrip(".") if "." in text else text
    decimal, thousand = get_format("DECIMAL_SEPARATOR"), get_format("THOUSAND_SEPARATOR")
    return format_number(plain, decimal, grouping=3, thousand_sep=thousand, force_grouping=True)
