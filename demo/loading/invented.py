"""Names of people who do not exist. Every use of one is marked, so that nobody takes them for real."""

from .reading import read_yaml

MARK = "(nhân vật minh họa)"
MARK_EN = "(fictional example)"


def invent_name(rng, *, gender, district=""):
    """A full name in the Vietnamese order; `gender` is "nam" or "nu". Highland districts have more highland names."""
    pools = read_yaml("content/names.yaml")
    highland = district in pools["highland_districts"]
    pool = rng.choice(pools["highland"] if highland and rng.random() < 0.7 else pools["lowland"])
    return " ".join(
        [rng.choice(pool["family"]), rng.choice(pool[f"middle_{gender}"]), rng.choice(pool[f"given_{gender}"])]
    )


def marked(name):
    return f"{name} {MARK}"
