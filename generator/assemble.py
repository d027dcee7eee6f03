"""Read files → one library: documents by id, vocabularies by name, and every finding about reading them (汇编)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, cast

from pydantic import BaseModel

from generator.kept import M, Readings
from generator.library import Library, Vocabulary
from generator.load import MAX_BYTES, Loaded, digest_of, load_yaml
from generator.model.document import Document
from generator.model.record import Record
from generator.model.vocabulary import FixedPhrase, Synonym, Tombstone
from generator.policy_files import part_of, stray_finding
from generator.problems import Finding, Path, Problem
from generator.read.documents import read_document
from generator.read.records import read_record
from generator.read.vocabulary import VocabularyFile, ids_by_name, read_vocabulary

_LISTS = ("synonyms", "phrases", "tombstones")
_KEPT = frozenset({"documents", "records"})


@dataclass(frozen=True)
class Texts(Mapping[str, str]):
    """The texts of files by name, decoded when one is asked for: few files have a problem to place. Empty where unreadable."""

    files: Mapping[str, bytes]

    def __getitem__(self, name: str) -> str:
        raw = self.files[name]
        try:
            return raw.decode("utf-8-sig") if len(raw) <= MAX_BYTES else ""
        except UnicodeDecodeError:
            return ""

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


@dataclass(frozen=True)
class Assembled:
    """The library, the problems of the texts, and the findings of their shapes.

    *unread* names, by vocabulary, the entries that are left out, `WHOLE` where it may be any, so that nobody complains twice.
    """

    library: Library
    texts: Mapping[str, str]
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]
    unread: Mapping[str, frozenset[str]]


def assemble(files: Mapping[str, bytes], readings: Readings | None = None) -> Assembled:
    """Load and read every file of *files* (path from the root → bytes); one broken file never stops the others.

    What *readings* know of an extract is taken from there, what they do not know is given to them.
    """
    problems: list[Problem] = []
    findings: list[Finding] = []
    documents: dict[str, Document] = {}
    origin: dict[str, str] = {}
    broken: set[str] = set()
    records: dict[str, Record] = {}
    digests: dict[str, str] = {}
    vocabularies: list[VocabularyFile] = []
    for name in sorted(files):
        if part_of(name) == "vocabulary":
            one = load_yaml(name, files[name])
            vocabulary, wrong = read_vocabulary(one)
            problems.extend(one.problems)
            findings.extend(wrong)
            vocabularies += [vocabulary] if vocabulary is not None else []
    named = ids_by_name(vocabularies)
    for name in sorted(files):
        folder = part_of(name)
        if folder == "vocabulary":
            continue
        if folder is None:
            stray = stray_finding(name)
            if stray is not None:
                findings.append(stray)
            if stray is not None and stray.severity == "error":
                broken.add(PurePosixPath(name).name.partition(".")[0])
            continue
        document = readings.get(name, files[name], Document) if readings and folder == "documents" else None
        record = readings.get(name, files[name], Record) if readings and folder == "records" else None
        known = document is not None or record is not None
        one = Loaded(name, "", None, ()) if known else load_yaml(name, files[name])
        problems.extend(one.problems)
        if folder == "records":
            if record is None:
                record, bad = _kept(read_record(one), name, files[name], readings)
                findings.extend(bad)
            if record is not None:
                records[record.document] = record
                origin[f"records/{record.document}"] = one.file
        else:
            if document is None:
                document, found = _kept(read_document(one, named), name, files[name], readings)
                findings.extend(found)
            if document is None:
                broken.update(_claimed_ids(one))
            elif document.id in documents:
                message = f"编号 {document.id} 已用于 {origin[document.id]}"
                hint = "同一份文件的，删去其中一个；不是的，换一个编号，文件也照着改名"
                findings.append(Finding(one.file, ("id",), "duplicate-id", message, hint))
            else:
                documents[document.id] = document
                origin[document.id] = one.file
                digests[document.id] = digest_of(files[name])
    vocabulary_value, places, repeated = _vocabulary(vocabularies)
    findings.extend(repeated)
    ordered = {name: documents[name] for name in sorted(documents)}
    library = Library(
        ordered,
        vocabulary_value,
        {**origin, **{key: file for key, (file, _) in places.items()}},
        {key: path for key, (_, path) in places.items()},
        frozenset(broken),
        records,
        digests,
    )
    unread: dict[str, frozenset[str]] = {}
    for file in vocabularies:
        unread[file.vocabulary] = unread.get(file.vocabulary, frozenset()) | file.unread
    return Assembled(library, Texts(files), tuple(problems), tuple(findings), unread)


def is_kept(name: str) -> bool:
    """Whether the file *name* is an extract or a record, of which readings are kept; all others are vocabularies."""
    return part_of(name) in _KEPT


def _kept(
    reading: tuple[M | None, tuple[Finding, ...]], file: str, raw: bytes, readings: Readings | None
) -> tuple[M | None, tuple[Finding, ...]]:
    """Return *reading*, what *file* holding *raw* was read as with its findings, and keep it where there is a value."""
    value, _ = reading
    if value is not None and readings:
        readings.put(file, raw, value)
    return reading


def _claimed_ids(loaded: Loaded) -> set[str]:
    """The ids under which others may refer to a file that can't be used."""
    claimed = {PurePosixPath(loaded.file).stem}
    if isinstance(loaded.content, dict) and isinstance(loaded.content.get("id"), str):
        claimed.add(cast("str", loaded.content["id"]))
    return claimed


def _vocabulary(
    files: list[VocabularyFile],
) -> tuple[Vocabulary, dict[str, tuple[str, Path]], list[Finding]]:
    tables: dict[str, dict[str, BaseModel]] = {}
    lists: dict[str, list[BaseModel]] = {name: [] for name in _LISTS}
    places: dict[str, tuple[str, Path]] = {}
    found: list[Finding] = []
    for file in files:
        for index, entry in file.entries:
            path: Path = ("entries", index)
            if file.vocabulary in _LISTS:
                places[f"{file.vocabulary}/{len(lists[file.vocabulary])}"] = (file.file, path)
                lists[file.vocabulary].append(entry)
                continue
            name = str(cast("Any", entry).id)
            key = f"{file.vocabulary}/{name}"
            if key in places:
                first = places[key][0]
                found.append(
                    Finding(
                        file.file,
                        (*path, "id"),
                        "duplicate-id",
                        f"{name} 已在 {first} 登记",
                        "合并成一条，或换一个编号",
                    )
                )
                continue
            places[key] = (file.file, path)
            tables.setdefault(file.vocabulary, {})[name] = entry
    return (
        Vocabulary(
            **cast("Any", tables),
            synonyms=tuple(cast("list[Synonym]", lists["synonyms"])),
            phrases=tuple(cast("list[FixedPhrase]", lists["phrases"])),
            tombstones=tuple(cast("list[Tombstone]", lists["tombstones"])),
        ),
        places,
        found,
    )
