"""Takes over cases from another system: a CSV file, all of it or nothing, each row once by its code.

An import records what happened and judges none of it: extensions are as long as they were, and a title that this
portal and kind do not allow is accepted and counted. What cannot have happened is refused, row by row.
"""

from .columns import COLUMNS, REQUIRED, UnknownColumns, check_columns
from .importing import ImportOutcome, import_rows

__all__ = ["COLUMNS", "REQUIRED", "ImportOutcome", "UnknownColumns", "check_columns", "import_rows"]
