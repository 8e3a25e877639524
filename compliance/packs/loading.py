"""Reads the pack files once per process."""

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from .nouns import Basis, Criterion, Instrument, Pack

FOLDER = Path(__file__).parent / "data"
NOT_PACKS = {"instruments.json", "scales.json"}


class PackError(ValueError):
    """A pack file cannot be read; the message names the file."""


def load_packs(folder: Path = FOLDER) -> tuple[Pack, ...]:
    """Every version of every pack, shared bonus criteria already joined. Raises PackError."""
    return _load(folder)


def load_scales(folder: Path = FOLDER) -> dict[str, tuple[float, float]]:
    """Maximum of the base and of the bonus points of each scale."""
    return {name: tuple(maxima) for name, maxima in _read(folder / "scales.json").items()}


def packs_for(scale: str, *, on: date) -> tuple[Pack, ...]:
    """The packs that hold for a portal's scale on a local day; none for the scale `none`."""
    return tuple(pack for pack in load_packs() if scale in pack.applies_to and pack.valid_on(on))


def pack_named(code: str, version: str) -> Pack | None:
    return next((pack for pack in load_packs() if (pack.code, pack.version) == (code, version)), None)


@cache
def _load(folder: Path) -> tuple[Pack, ...]:
    instruments = _instruments(folder)
    files = sorted(path for path in folder.glob("*.json") if path.name not in NOT_PACKS)
    packs = [_pack(path, instruments) for path in files]
    return tuple(_with_bonus(pack, packs) for pack in packs)


def _read(path: Path) -> dict:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PackError(f"{path.name}: {error}") from error


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _instruments(folder: Path) -> dict[str, Instrument]:
    rows = _read(folder / "instruments.json")
    return {
        code: Instrument(code, row["name_vi"], row["name_en"], _day(row["valid_from"]), _day(row["valid_to"]))
        for code, row in rows.items()
    }


def _pack(path: Path, instruments: dict[str, Instrument]) -> Pack:
    data = _read(path)
    try:
        criteria = tuple(_criterion(row, instruments) for row in data.pop("criteria"))
        data |= {"code": data.pop("pack"), "applies_to": tuple(data["applies_to"])}
        data |= {"valid_from": _day(data["valid_from"]), "valid_to": _day(data["valid_to"])}
        return Pack(criteria=criteria, **data)
    except (KeyError, TypeError, ValueError) as error:
        raise PackError(f"{path.name}: {error!r}") from error


def _criterion(row: dict, instruments: dict[str, Instrument]) -> Criterion:
    bases = tuple(Basis(instruments[code], place, confidence) for code, place, confidence in row["bases"])
    return Criterion(**row | {"bases": bases, "params": MappingProxyType(row.get("params", {}))})


def _with_bonus(pack: Pack, packs: list[Pack]) -> Pack:
    """A pack that names a bonus pack carries the criteria of the newest version whose dates hold when it begins."""
    if not pack.bonus_pack:
        return pack
    found = [other for other in packs if other.code == pack.bonus_pack and other.valid_on(pack.valid_from)]
    if not found:
        raise PackError(f"{pack.code}: no bonus pack {pack.bonus_pack} on {pack.valid_from}")
    newest = max(found, key=lambda other: other.valid_from)
    return replace(pack, criteria=pack.criteria + newest.criteria)
