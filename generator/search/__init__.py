"""The search of the handbook: entries in, index files out; see entries.py for the contract."""
