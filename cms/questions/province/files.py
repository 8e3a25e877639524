"""Tables as files, with nothing in them that a spreadsheet would compute.

CSV is for programs: commas between cells, a dot in numbers, one table and nothing else. XLSX is for people: its
numbers and days are what they are, which a spreadsheet shows as its reader writes them.
"""

import csv
from datetime import date
from io import BytesIO

from django.http import FileResponse, StreamingHttpResponse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from tenants.spreadsheets import BYTE_ORDER_MARK

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
UNPRINTABLE = {number: " " for number in range(32) if chr(number) not in "\n\t"}  # XML knows no such letters
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH = 18
ONE_PLACE, DAY = "0.0", "dd/mm/yyyy"


def harmless(value):
    """A text that a spreadsheet would take for a formula is marked as text; None is an empty cell."""
    if value is None or isinstance(value, (int, float, date)):
        return "" if value is None else value
    is_formula = str(value).lstrip(" ").startswith(FORMULA)
    text = str(value).translate(UNPRINTABLE)
    return f"'{text}" if is_formula else text


def _written(value):
    """A day as people write it, for a file that knows texts and numbers alone."""
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


def as_file(rows, *, kind, name, notes):
    """A response with these rows (lists of cells, heading first); `kind` is csv or xlsx.

    `notes` {what: text} say what the table is of: on a sheet of their own, or in a CSV a column each.
    """
    return (as_xlsx if kind == "xlsx" else as_csv)(rows, name=name, notes=notes)


class _Line:
    """Stands in for a file: gives each line back."""

    def write(self, line):
        return line


def as_csv(rows, *, name, notes):
    """Row by row: a list of all cases must not stand in memory."""
    lines = _lines(_noted(iter(rows), notes), get_language())
    return _attached(StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8"), f"{name}.csv")


def _noted(rows, notes):
    """Every row says it all: a line of words above or below the table is a broken row to a program."""
    yield [*next(rows), *notes]
    for row in rows:
        yield [*row, *notes.values()]


def _lines(rows, language):
    """The rows are made after the view has returned; they are in the language of who asked all the same."""
    writer = csv.writer(_Line())
    yield BYTE_ORDER_MARK
    while True:
        with override(language):
            row = next(rows, None)
            cells = None if row is None else [harmless(_written(cell)) for cell in row]
        if cells is None:
            return
        yield writer.writerow(cells)


def as_xlsx(rows, *, name, notes):
    book = Workbook(write_only=True)
    _fill(book.create_sheet(), rows)
    if notes:
        _fill(book.create_sheet(_("Ghi chú")), [[_("Nội dung"), _("Ghi chú")], *notes.items()])
    file = BytesIO()
    book.save(file)
    file.seek(0)
    return _attached(FileResponse(file, content_type=XLSX), f"{name}.xlsx")


def _fill(sheet, rows):
    sheet.freeze_panes = "B2"
    sheet.sheet_format.defaultColWidth = WIDTH
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, harmless(cell), is_heading=not number) for cell in row])


def _cell(sheet, value, *, is_heading):
    cell = WriteOnlyCell(sheet, value=value)
    if is_heading:
        cell.font = Font(bold=True)
    if isinstance(value, float):
        cell.number_format = ONE_PLACE
    if isinstance(value, date):
        cell.number_format = DAY
    return cell


def _attached(response, name):
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
