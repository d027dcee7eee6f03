"""What an office sets in mkdocs.yml under extra.handbook and the pages depend on (设置)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """Where readers report a fault, and where the site is put; what is empty is absent from the pages.

    `edit_url` is the address of the repository's web editor with {file} and {line} in it, `feedback_mail` an address
    of the office, `address` the address of the published site with a slash behind it (site_url of mkdocs.yml).
    """

    edit_url: str = ""
    feedback_mail: str = ""
    address: str = ""


def read_settings(extra: object) -> Settings:
    """Return the settings in *extra*, the value of extra.handbook; what is missing or no text stays empty."""
    if not isinstance(extra, Mapping):
        return Settings()
    words = {name: extra.get(name) for name in ("edit_url", "feedback_mail")}
    return Settings(**{name: word.strip() for name, word in words.items() if isinstance(word, str)})
