"""The table of measured figures against their targets."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`limit` is an upper bound in the same unit as `value`."""

    name: str
    value: float
    limit: float
    unit: str

    @property
    def met(self):
        return self.value <= self.limit


def print_table(rows, stream):
    width = max(len(row.name) for row in rows)
    for row in rows:
        verdict = "ok" if row.met else "MISSED"
        stream.write(f"{row.name:{width}}  {row.value:10.2f}  <= {row.limit:8.2f} {row.unit:8} {verdict}\n")
