"""A table of a Word report as the value of a table block."""

from django.utils.translation import gettext as _

MOST_ROWS, MOST_COLUMNS = 300, 20
MOTTO = ("độc lập", "hạnh phúc")
RECIPIENTS = "nơi nhận"


def words_of(tag):
    return " ".join(tag.get_text(" ").split())


def is_letterhead(table):
    """The head of an official letter: unit, motto, number. The portal says all that itself."""
    words = words_of(table).lower()
    return all(part in words for part in MOTTO) and len(words) < 600


def is_layout(table):
    """A table that only places text: one column, or recipients beside the signature."""
    grid = _grid(table)
    return max((len(row) for row in grid), default=0) < 2 or words_of(table).lower().startswith(RECIPIENTS)


def table_value(table, caption, left_out):
    """{"columns", "rows", "caption"}, or None for one that no screen holds. Notes in `left_out` what is lost."""
    grid = _grid(table)
    width = max(len(row) for row in grid)
    if len(grid) > MOST_ROWS or width > MOST_COLUMNS:
        left_out[_("bảng quá lớn (hãy đính kèm tệp Excel)")] += 1
        return None
    if pictures := len(table.find_all("img")):
        left_out[_("ảnh trong bảng")] += pictures
    if table.find(["td", "th"], attrs={"rowspan": True}) or table.find(["td", "th"], attrs={"colspan": True}):
        left_out[_("kiểu ô gộp (nội dung được lặp lại ở từng ô)")] += 1
    heads = max(len(table.find("thead").find_all("tr")), 1) if table.find("thead") else 1
    grid = [row + [None] * (width - len(row)) for row in grid]
    columns = [_column(grid, heads, number) for number in range(width)]
    rows = [{"values": [_value(cell, columns[at]) for at, cell in enumerate(row)]} for row in grid[heads:]]
    return {"columns": columns, "rows": rows, "caption": caption}


def _column(grid, heads, number):
    parts = [words_of(row[number]) for row in grid[:heads] if row[number] is not None]
    has_links = any(row[number] is not None and row[number].find("a") for row in grid[heads:])
    return {"type": "rich" if has_links else "text", "heading": " – ".join(dict.fromkeys(filter(None, parts)))}


def _value(cell, column):
    if cell is None:
        return ""
    if column["type"] == "rich":
        return "".join(str(part) for part in cell.find_all("p")) or f"<p>{words_of(cell)}</p>"
    return "\n".join(filter(None, (words_of(part) for part in cell.find_all(["p", "li"]) or [cell])))


def _grid(table):
    """Rows of cells; a merged cell stands in each place that it covers, so that each row reads by itself."""
    rows, hanging = [], {}
    for tr in table.find_all("tr"):
        if tr.find_parent("table") is not table:
            continue
        row = []
        for cell in tr.find_all(["td", "th"], recursive=False):
            _fill(row, hanging)
            covered = _number(cell, "colspan")
            for at in range(len(row), len(row) + covered):
                if _number(cell, "rowspan") > 1:
                    hanging[at] = (_number(cell, "rowspan") - 1, cell)
            row += [cell] * covered
        _fill(row, hanging)
        rows.append(row)
    return rows


def _fill(row, hanging):
    while len(row) in hanging:
        left, cell = hanging.pop(len(row))
        if left > 1:
            hanging[len(row)] = (left - 1, cell)
        row.append(cell)


def _number(cell, name):
    value = cell.get(name, "1")
    return min(int(value), MOST_ROWS) if value.isdigit() and int(value) else 1
