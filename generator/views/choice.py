"""What a reader needs to compare documents of his own choice: the list, and the cells of each document (自选对比)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator import links
from generator.library import Library
from generator.model.document import Document
from generator.views.comparison import compared_indicators, document_cells
from generator.views.comparison_cells import Cell
from generator.views.documents import view_documents

Json = Mapping[str, Any]


def choice_list(library: Library) -> Json:
    """Return what there is to choose from; addresses are relative to the root of the site."""
    topics = library.vocabulary.topics
    return {
        "documents": [
            {
                "id": row.id,
                "title": row.title,
                "short": row.short_title,
                "region": row.region,
                "level": row.level,
                "status": row.status,
                "draft": row.draft,
                "year": row.year,
                "number": row.doc_number,
                "families": list(library.documents[row.id].families),
                "url": row.url,
            }
            for row in view_documents(library)
        ],
        "families": [
            {"id": f.id, "name": f.short, "url": links.family(f.id)}
            for f in library.vocabulary.families.values()
            if f.id in library.documents_by_family
        ],
        "topics": [{"id": t.id, "name": t.name} for t in topics.values()],
        "rows": [
            *(
                {
                    "id": i.id,
                    "name": i.name,
                    "note": i.row or "",
                    "topic": i.topic,
                    "url": links.indicator(i.id),
                }
                for i in compared_indicators(library)
            ),
            *(
                {
                    "id": f"topic-{t.id}",
                    "name": t.name,
                    "note": "条款",
                    "topic": t.id,
                    "url": links.topic(t.id),
                }
                for t in topics.values()
                if t.id in library.provisions_by_topic
            ),
        ],
    }


def choice_cells(library: Library, document: Document) -> Json:
    """Return the cells of *document*, in a file of their own: who compares two of a thousand loads three small files."""
    return {
        name: _cell(cell)
        for name, cell in document_cells(library, document).items()
        if cell.state != "missing"
    }


def _cell(cell: Cell) -> Json:
    """A cell without what is empty; a row that is not there at all is 未录入."""
    shown = {
        "state": cell.state,
        "values": [fact.amount for fact in cell.facts] if cell.state == "value" else [],
        "printed": [fact.figure.words for fact in cell.facts] if cell.state == "value" else [],
        "text": cell.text,
        "clause": cell.clause,
        "url": cell.url,
    }
    return {name: value for name, value in shown.items() if value}
