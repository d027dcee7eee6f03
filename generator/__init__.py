"""政策手册: turns YAML extracts of policy documents into a cross-linked, searchable handbook."""

__version__ = "0.1.0"
