"""Library → what a page shows: queries, order, grouping; frozen values without any markup (视图)."""
