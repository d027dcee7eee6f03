"""The model said twice more, for editors and for readers: JSON Schema and the reference of fields (格式说明)."""
