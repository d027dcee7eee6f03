"""The whole way from texts and a date to a site and its problems (流水线)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial

from generator.checking import Checked, check
from generator.disclosure import published, published_proofs
from generator.edit_lines import edit_lines
from generator.export.files import export_files
from generator.kept import Readings
from generator.library import Library
from generator.problems import forbidding
from generator.render.document_pages import DocumentPages
from generator.render.files import render_files
from generator.render.machines import TITLE, machine_files
from generator.render.page_set import Pages
from generator.render.pages import NAVIGATION, render_pages
from generator.render.subscriptions import subscription_files
from generator.rules.all import Spread
from generator.settings import Settings
from generator.site import Promised, Site
from generator.views.dates import chinese_date
from generator.views.search_entries import search_index

_UNSET = Settings()


@dataclass(frozen=True)
class Built:
    """A site (None while there is an error: nothing is published then) and what it was made from."""

    site: Site | None
    checked: Checked


def build(
    files: Mapping[str, bytes],
    sources: Mapping[str, str],
    stylesheets: Mapping[str, str],
    today: str,
    settings: Settings = _UNSET,
    readings: Readings | None = None,
    spread: Spread = map,
) -> Built:
    """Check everything and make the site: the same input gives the same bytes. *today* is an ISO date.

    *spread* may look at several documents at a time.
    """
    checked = check(files, sources, today, readings, spread)
    if forbidding(checked.problems):
        return Built(None, checked)
    library = published(checked.library)
    proofs = published_proofs(library, checked.proofs)
    lines = edit_lines(library, files) if settings.edit_url else {}
    checked_on = max((d.review.checked_on for d in library.documents.values()), default="")
    return Built(
        Site(
            render_pages(library, proofs, today, settings, lines),
            Promised(partial(_files_beside, library, stylesheets, settings)),
            search_index(library, proofs),
            Promised(partial(export_files, library, today)),
            NAVIGATION,
            chinese_date(checked_on) if checked_on else "",
        ),
        checked,
    )


def _files_beside(
    library: Library, stylesheets: Mapping[str, str], settings: Settings
) -> Mapping[str, bytes]:
    made, address = render_files(library, stylesheets), settings.address
    for path, content in machine_files(library, address).items():
        made.add(path, bytes, content)
    return made | subscription_files(library, TITLE, address)


def build_documents(
    files: Mapping[str, bytes],
    sources: Mapping[str, str],
    ids: Collection[str],
    today: str,
    settings: Settings = _UNSET,
    readings: Readings | None = None,
) -> Built:
    """Check everything, but make the pages of the documents *ids* alone: byte for byte those of the whole site."""
    checked = check(files, sources, today, readings)
    if forbidding(checked.problems):
        return Built(None, checked)
    library = published(checked.library)
    proofs = published_proofs(library, checked.proofs)
    lines = edit_lines(library, files) if settings.edit_url else {}
    pages = Pages()
    made = DocumentPages(library, proofs, today, settings, lines)
    for id_ in sorted(library.documents.keys() & set(ids)):
        made.add(pages, library.documents[id_])
    return Built(Site(pages), checked)
