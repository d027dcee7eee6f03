"""The source texts: where things stand in them, and what every numeral of theirs is (原文)."""
