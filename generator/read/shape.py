"""What pydantic found wrong, said so that an editor can mend it (形状问题)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator.load import Plain
from generator.model import base
from generator.model.document import SHA256_PATTERN, SOURCE_FILE_PATTERN
from generator.model.facts import KIND_NAMES, Fact
from generator.model.references import VOCABULARY_OF_KEY
from generator.problems import Finding, Path

_LISTS = frozenset({"tuple_type", "list_type"})
_CURLY = "“”‘’＂＇「」"
_WIDE_BRACKETS = "［【〔｛"
_SEPARATOR = re.compile(r"[，、；]")
_PATTERNS = {
    base.SLUG_PATTERN: ("bad-id", "编号只用小写字母、数字和连字符", "例如 qinzhou-jineng-guangxi-2023"),
    base.SECTION_PATTERN: (
        "bad-section-id",
        "章节编号写成 2.4.10 这样的数字，附件前加字母 a",
        "例如 2.4.10、a2.3",
    ),
    base.REGION_PATTERN: ("bad-region", "地区用六位代码，加引号", '例如 "450700"；没有代码的用 x-名称'),
    base.DATE_PATTERN: (
        "bad-date",
        "日期写成 2023-03-05，只到月或年就写 2023-03、2023",
        "照原文印出的精度填写",
    ),
    SOURCE_FILE_PATTERN: (
        "bad-value",
        "只写文件名，用字母、数字、点和横线，以 .txt 结尾",
        "不写文件夹，例如 qinzhou-jineng-guangxi-2023.txt",
    ),
    SHA256_PATTERN: (
        "bad-value",
        "校验码是 64 位小写的十六进制数",
        "先写 64 个 0，加引号；有原文时 handbook check 会提示正确的",
    ),
}
Named = Mapping[str, Mapping[str, Collection[str]]]
"""The ids of the entries of each vocabulary, by the names under which an editor may know them."""
NOTHING_NAMED: Named = MappingProxyType({})
FACT_CLASSES: Mapping[str, type[BaseModel]] = {
    str(get_args(cls.model_fields["kind"].annotation)[0]): cls for cls in get_args(get_args(Fact)[0])
}
"""The class of each fact kind."""


def shape_findings(
    file: str,
    root: Path,
    content: Plain,
    model: type[BaseModel],
    error: ValidationError,
    named: Named = NOTHING_NAMED,
) -> tuple[Finding, ...]:
    """Translate *error* into findings, one for each thing to mend; *root* is the path of *content* in the file."""
    details = [
        (detail, *_resolve(content, model, detail["loc"])) for detail in error.errors(include_url=False)
    ]
    meant = {
        (path[:-1], _meant(str(path[-1]), owner))
        for detail, path, owner in details
        if detail["type"] == "extra_forbidden"
    }
    found = [
        _finding(file, root, path, owner, detail, named)
        for detail, path, owner in details
        if not _follows(detail, path, meant)
    ]
    return tuple(dict.fromkeys(found))


def _follows(detail: Mapping[str, Any], path: Path, meant: Collection[tuple[Path, str | None]]) -> bool:
    """Whether *detail* only follows from another one: a key lacks because it is misspelt, a list because its items are wrong."""
    if detail["type"] == "missing":
        return (path[:-1], path[-1]) in meant or (path[:-1], "absent") in meant
    return detail["type"] == "too_short" and bool(detail["input"])


def _finding(
    file: str,
    root: Path,
    path: Path,
    owner: type[BaseModel] | None,
    detail: Mapping[str, Any],
    named: Named,
) -> Finding:
    name = str(path[-1]) if path else ""
    where = root + path
    given = detail.get("input")
    match detail["type"]:
        case "missing":
            field = _field(owner, name)
            title = f"（{field.title}）" if field and field.title else ""
            note = f"（{field.description.rstrip('。')}）" if field and field.description else ""
            return Finding(
                file,
                root + path[:-1],
                "missing-key",
                f"缺少 {name}{title}",
                f"补上 {name}: …{note}",
            )
        case "extra_forbidden":
            return _unknown_key(file, where, name, owner)
        case "string_pattern_mismatch":
            rule, message, hint = _PATTERNS.get(detail["ctx"]["pattern"], ("bad-value", "写法不合要求", ""))
            hint = _id_of(str(given), path, named) or hint
            return quoted(file, where, given) or Finding(
                file, where, rule, f"“{_short(given)}”不合写法：{message}", hint
            )
        case "literal_error":
            return quoted(file, where, given) or _not_in_list(file, where, str(given), _choices(detail))
        case "union_tag_invalid":
            kind = given.get("kind") if isinstance(given, dict) else given
            choices = tuple(KIND_NAMES)
            return _not_in_list(file, (*where, "kind"), str(kind), choices)
        case "union_tag_not_found":
            return Finding(
                file,
                where,
                "missing-key",
                "缺少 kind（事实类型）",
                "补上 kind: money（金额）、percent（比例）…",
            )
        case "too_short" | "string_too_short":
            return Finding(
                file, where, "empty-value", f"{name} 是空的", "填上内容；选填的一项没有内容时整行删去"
            )
        case "string_too_long":
            return Finding(
                file, where, "bad-id", f"{name} 太长", f"不超过 {detail['ctx']['max_length']} 个字符"
            )
        case "int_parsing" | "int_type" | "greater_than_equal":
            field = _field(owner, name)
            positive = field is not None and any(getattr(limit, "ge", 0) for limit in field.metadata)
            message = f"“{_short(given)}”应当是一个{'正整数' if positive else '非负整数'}"
            return Finding(file, where, "bad-number", message, "只写数字，例如 2")
        case _:
            return Finding(
                file,
                where,
                "wrong-shape",
                f"{name or '这里'} 的写法不对：{_expected(detail['type'])}",
                _shape_hint(detail["type"], given),
            )


def _resolve(
    content: Plain, model: type[BaseModel], loc: tuple[str | int, ...]
) -> tuple[Path, type[BaseModel] | None]:
    """Drop the union tags from *loc*, and find the class that owns its last key."""
    path: list[str | int] = []
    here: Any = content
    owner: type[BaseModel] | None = model
    for position, step in enumerate(loc):
        last = position == len(loc) - 1
        if isinstance(here, dict) and step == "absent" in here and not last:
            owner = base.Absent
        elif isinstance(here, list) and isinstance(step, int):
            path.append(step)
            here = here[step] if step < len(here) else None
        elif isinstance(here, dict) and (step in here or last):
            path.append(step)
            if not last:
                owner = class_of(owner, str(step))
            here = here.get(str(step))
        elif step in FACT_CLASSES:
            owner = FACT_CLASSES[str(step)]
        elif step == "absent":
            owner = base.Absent
    return tuple(path), owner


def class_of(owner: type[BaseModel] | None, key: str) -> type[BaseModel] | None:
    """Return the class of the values under *key* of *owner*, None for texts and unions of kinds."""
    field = _field(owner, key)
    return next(_models(field.annotation), None) if field is not None else None


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation is not base.Absent:
            yield annotation
        return
    for part in get_args(annotation):
        yield from _models(part)


def _field(owner: type[BaseModel] | None, key: str) -> FieldInfo | None:
    if owner is None:
        return None
    return next((f for n, f in owner.model_fields.items() if key in (n, f.alias)), None)


def _meant(name: str, owner: type[BaseModel] | None) -> str | None:
    """Return the key that an editor meant by *name*, None where nothing is like it."""
    bare = name.partition("：")[0].strip(_CURLY)
    return next(iter(get_close_matches(bare, [*_keys(owner), "absent"], n=1, cutoff=0.65)), None)


def _keys(owner: type[BaseModel] | None) -> list[str]:
    return [field.alias or key for key, field in owner.model_fields.items()] if owner else []


def _unknown_key(file: str, where: Path, name: str, owner: type[BaseModel] | None) -> Finding:
    place = (*where, "<key>")
    bare = name.strip(_CURLY)
    if "：" in name:
        bare = name.partition("：")[0].strip(_CURLY)
        message, hint = f"“{bare}”后面是全角冒号“：”", f"改成半角冒号加一个空格：{bare}: …"
        return Finding(file, place, "fullwidth-colon", message, hint)
    if bare != name:
        return Finding(file, place, "curly-quotes", f"键名“{bare}”用了中文引号", f"去掉引号：{bare}: …")
    if owner is base.Absent:
        message, hint = f"写了 absent（没有），又写了 {name}", f"有内容的删去 absent，没有的删去 {name}"
        return Finding(file, place, "unknown-key", message, hint)
    near = _meant(name, owner)
    hint = f"是不是 {near}？" if near else f"这里可以写：{'、'.join(_keys(owner))}"
    return Finding(file, place, "unknown-key", f"不认识的键 “{_short(name)}”", hint)


def _id_of(given: str, path: Path, named: Named) -> str:
    """Return what to type for *given*, which is no id: that of the entry it names, or the ids it runs together."""
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    known = named.get(VOCABULARY_OF_KEY.get(key, ""), {})
    if _SEPARATOR.search(given):
        return f"编号之间用英文逗号加空格：[{', '.join(_SEPARATOR.sub(',', given).split(','))}]"
    near = given if given in known else next(iter(get_close_matches(given, known, n=1, cutoff=0.6)), None)
    if near is None:
        return ""
    typed = " 或 ".join(f'"{name}"' if name.isdecimal() else name for name in known[near])
    return f"这里写编号：改用 {typed}（{near}）"


def quoted(file: str, where: Path, given: object) -> Finding | None:
    """Return what to say of a value in Chinese quotes, None of any other."""
    if not isinstance(given, str) or not given or given[0] not in _CURLY or given[-1] not in _CURLY:
        return None
    bare = given.strip(_CURLY)
    message = f"{_short(given)} 用了中文引号"
    return Finding(file, where, "curly-quotes", message, f'改用英文引号或去掉引号："{_short(bare)}"')


def _not_in_list(file: str, where: Path, given: str, choices: tuple[str, ...]) -> Finding:
    near = get_close_matches(given, choices, n=1, cutoff=0.5)
    listed = "、".join(f"{c}（{KIND_NAMES[c]}）" if c in KIND_NAMES else c for c in choices)
    first = f"是不是 {near[0]}？" if near else ""
    return Finding(file, where, "not-in-list", f"“{_short(given)}”不在可选范围内", f"{first}可以写：{listed}")


def _choices(detail: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(
        part.strip().strip("'") for part in str(detail["ctx"]["expected"]).replace(" or ", ", ").split(",")
    )


def _expected(kind: str) -> str:
    if kind == "string_type":
        return "应当是文字"
    if kind in _LISTS:
        return "应当是列表"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "应当是“键: 值”"
    return "与格式不符"


def _shape_hint(kind: str, given: object) -> str:
    if isinstance(given, str) and given[:1] in _WIDE_BRACKETS and given:
        return f"“{given[0]}”是全角括号：列表用 [ ]，一组键值用 {{ }}，中间用英文逗号"
    if isinstance(given, str) and "：" in given:
        return "看看是不是把半角冒号打成了全角“：”"
    if isinstance(given, str) and kind in _LISTS:
        return "列表每项以“- ”开头，或写成 [甲, 乙]"
    if isinstance(given, str):
        return "写成 {键: 值}，或换行后缩进两个空格写“键: 值”"
    return "对照 policies/documents/_template.yaml 的同名一项"


def _short(given: object) -> str:
    text = str(given)
    return text if len(text) <= 40 else text[:40] + "…"
