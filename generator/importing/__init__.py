"""A text that is new → a draft extract whose candidates wait to be confirmed (导入)."""
