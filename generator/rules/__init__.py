"""Library (+ source texts) → problems: one module per subject, one check per module (规则)."""
