"""What who asked sees and does with the code of a case; no account, on any portal's host."""

from .finding import find_by_code
from .keys import address_with_code

__all__ = ["address_with_code", "find_by_code"]
