"""When a status has to be looked at again."""

import pytest

from generator.rules.status import needs_review


@pytest.mark.parametrize(
    ("as_of", "today", "due"),
    [
        ("2025-11-21", "2026-11-21", False),
        ("2025-11-20", "2026-11-21", True),
        ("2024-02-29", "2025-02-28", False),
        ("2025-11", "2026-11-21", False),
        ("2025-10", "2026-11-21", True),
        ("2024", "2026-01-01", True),
    ],
)
def test_review_is_due_after_a_year(as_of, today, due):
    """A year to the day is still fresh; a date without a day counts to its end."""
    assert needs_review(as_of, today) is due
