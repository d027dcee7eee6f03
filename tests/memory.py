"""A folder of kept texts that is no folder."""


class Memory(dict[str, str]):
    """Keeps texts in memory."""

    def begins(self, name: str, words: str) -> bool:
        """Whether the text under *name* begins with *words*."""
        return self.get(name, "").startswith(words)

    def put(self, name: str, text: str) -> None:
        """Keep *text*."""
        self[name] = text
