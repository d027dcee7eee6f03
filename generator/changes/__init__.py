"""Two libraries → what changed between them, one plain sentence a change (变更)."""

from generator.changes.compare import Comparison, compare
from generator.changes.values import Change, Unreadable

__all__ = ["Change", "Comparison", "Unreadable", "compare"]
