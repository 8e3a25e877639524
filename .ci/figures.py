"""Prints how large the parts of the code are, against the limits of this house; status 1 if one is exceeded.

A function's lines run from `def` to its last line. Migrations are written by a machine and not counted.
"""

import ast
import re
import sys
from collections import namedtuple
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("tenants", "cms", "compliance", "search", "demo")
TOO_MANY = 2  # per cent of the files or functions that may be longer than their limit
SUPPRESSION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:|fmt:\s*off|ruff:\s*noqa)")

Figure = namedtuple("Figure", "name value limit kept")


def python_files(*folders):
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return [path for path in found if "migrations" not in path.parts]


def templates():
    return [path for folder in SOURCES for path in sorted((ROOT / folder).glob("**/templates/**/*.html"))]


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path):
    """(lines, place) of each function and method in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.end_lineno - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"


def longer(name, sized, limit):
    """One figure: how many are longer than the limit, and which."""
    over = sorted((pair for pair in sized if pair[0] > limit), reverse=True)
    percent = 100 * len(over) / max(len(sized), 1)
    for size, place in over:
        print(f"  {size:4} lines (limit {limit})  {place}")
    return Figure(f"{name} over {limit} lines", f"{len(over)} of {len(sized)}", f"{TOO_MANY} %", percent <= TOO_MANY)


def length_figures(sized):
    sizes = [size for size, _place in sized]
    middle, ninetieth = median(sizes), quantiles(sizes, n=10)[-1]
    yield Figure("function, median lines", f"{middle:g}", 7, middle <= 7)
    yield Figure("function, 90th percentile", f"{ninetieth:g}", 25, ninetieth <= 25)


def ratio_figure():
    source, tests = (sum(map(lines, python_files(*folders))) for folders in (SOURCES, ("tests",)))
    return Figure("test lines per source line", f"{tests / source:.2f}", 1.5, tests >= 1.5 * source)


def suppression_figure(files):
    found = [
        f"  {path.relative_to(ROOT)}:{number} {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if SUPPRESSION.search(line)
    ]
    if len(found) > 10:
        print("\n".join(found))
    return Figure("lint suppressions", str(len(found)), 10, len(found) <= 10)


def figures():
    files = python_files(*SOURCES, "tests")
    sized = [pair for path in files for pair in functions(path)]
    yield longer("files", [(lines(path), path.relative_to(ROOT)) for path in files], 250)
    yield longer("functions", sized, 25)
    yield longer("templates", [(lines(path), path.relative_to(ROOT)) for path in templates()], 60)
    yield from length_figures(sized)
    yield suppression_figure(files)
    yield ratio_figure()


def main():
    table = list(figures())
    for row in table:
        print(f"{row.name:32} {row.value:>14}   limit {row.limit!s:>5}   {'good' if row.kept else 'OVER THE LIMIT'}")
    # The tests' length is a wish, not a law: padding tests to meet it would help nobody.
    sys.exit(not all(row.kept for row in table[:-1]))


if __name__ == "__main__":
    main()
