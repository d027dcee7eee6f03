"""From a body's printed name to its id, as the reader of one document would understand it (部门名称归一)."""

from __future__ import annotations

from generator.library import Vocabulary

_LEVEL_PREFIXES = ("各设区市", "各县区", "各市", "自治区", "全区", "省", "市", "县", "区")


class DepartmentNames:
    """All printed names of all bodies, and which of them a document of one region means.

    市财政局 is ambiguous without a city: a name means the body of the document's own region, else of the nearest
    superior that has one of that name.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def resolve(self, printed: str, region: str) -> str | None:
        """Return the id of the body that *printed* means in a document of *region*, or None."""
        named = self._vocabulary.bodies_named.get(printed, ())
        by_region = {body.region: body.id for body in reversed(named)}
        return next((by_region[r] for r in self._vocabulary.region_path(region) if r in by_region), None)

    def resolve_list(self, printed: tuple[tuple[str, bool], ...], region: str) -> tuple[str | None, ...]:
        """Resolve a printed list; a name marked as elided may inherit the level of the one before (自治区财政厅、教育厅)."""
        found: list[str | None] = []
        prefix = ""
        for name, elided in printed:
            own = next((p for p in _LEVEL_PREFIXES if name.startswith(p)), "")
            if own or not elided:
                prefix = own
            found.append(
                self.resolve(name, region)
                or (self.resolve(prefix + name, region) if elided and not own else None)
            )
        return tuple(found)
