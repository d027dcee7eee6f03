"""The day on which tests and measurements look at the real handbook: the last one on which it was checked."""

from datetime import UTC, datetime, time
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]


def last_checked() -> str:
    """Return the latest day of the records as ISO text; earlier the records would lie in the future."""
    records = sorted((ROOT / "policies/records").glob("*.yaml"))
    return max(str(yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)["checked_on"]) for path in records)


def noon(day: str) -> int:
    """Return noon of *day* in UTC as seconds since 1970, for SOURCE_DATE_EPOCH: time zones disagree about midnight."""
    return int(datetime.combine(datetime.fromisoformat(day), time(12), UTC).timestamp())
