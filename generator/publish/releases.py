"""Which releases there are, which one is older, which ones are kept (版本).

A release is a folder `releases/<name>`, whole from the moment it has that name. Names begin with the UTC time of
publishing, so their order is the order of time. `current` leads to the one that readers see.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

NAME = re.compile(r"(\d{8}T\d{6}Z)(-[0-9a-z]{1,20})?")
_MOMENT = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class State:
    """What lies at the destination: whole releases in the order of time, and where `current` leads, if anywhere."""

    releases: tuple[str, ...] = ()
    current: str | None = None
    withdrawn: frozenset[str] = frozenset()
    """Releases that a rollback left; going back one never returns to them."""


def release_name(moment: datetime, commit: str, taken: Collection[str]) -> str:
    """Return a new name from *moment* (UTC) and *commit*, after all names *taken* even if a clock went backwards."""
    newest = max((n.split("-")[0] for n in taken), default="")
    text = moment.strftime(_MOMENT)
    if text <= newest:
        text = (datetime.strptime(newest, _MOMENT).replace(tzinfo=UTC) + timedelta(seconds=1)).strftime(
            _MOMENT
        )
    return f"{text}-{commit[:7]}" if commit else text


def one_back(state: State) -> str | None:
    """Return the newest release before the current one that was not withdrawn, None if there is none."""
    older = [
        n for n in state.releases if n not in state.withdrawn and (state.current is None or n < state.current)
    ]
    return max(older, default=None)


def outdated(state: State, keep: int) -> tuple[str, ...]:
    """Return the releases to delete: all but the newest *keep*; the current one and the one before it always stay."""
    stay = {state.current, one_back(state), *sorted(state.releases)[-keep:]}
    return tuple(name for name in sorted(state.releases) if name not in stay)
