"""The one stylesheet."""

from generator.render.stylesheet import concatenate


def test_general_rules_come_before_particular_ones():
    """Variables and frame first, paper last, whatever order the files were read in."""
    files = {
        "print.css": "p{}",
        "card.css": "c{}",
        "base.css": "b{}",
        "badge.css": "a{}",
        "tokens.css": "t{}\n",
    }

    assert concatenate(files) == "t{}\nb{}\na{}\nc{}\np{}\n"
