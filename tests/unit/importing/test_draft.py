"""A text that is new becomes a draft that waits for an editor."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator import checking, disk
from generator.cli import main
from generator.importing.draft import draft
from generator.importing.yaml_text import draft_yaml
from generator.load import load_yaml
from generator.read.documents import read_document
from generator.schema.write import DOCUMENT_SCHEMA, schema_files
from tests.case_files import TODAY
from tests.fictional import library, policy_files, source_texts

NAME = "yunzhou-peixun-2024"
TEMPLATE = Path(__file__).parents[3] / "policies/documents/_template.yaml"
TEXT = source_texts()[f"{NAME}.txt"]
BARE = library().vocabulary
PATH = f"policies/documents/{NAME}.yaml"


def drafted():
    """The draft of the fictional plan, as if it were new."""
    return draft(NAME, TEXT, library().vocabulary, TODAY).content


def problems():
    """What a check says of the draft beside the rest of the library."""
    files = {**policy_files(), PATH: draft_yaml(drafted()).encode()}
    return checking.check(files, source_texts(), TODAY).problems


def clause(section):
    """The candidate clause of *section*."""
    return next(p for p in drafted()["provisions"] if p["section"] == section)


def test_the_draft_satisfies_the_schema():
    """Nothing of its shape is wrong, and every quote stands in its section."""
    rules = {p.rule for p in problems() if p.location.file == PATH}

    assert rules.isdisjoint(
        {
            "wrong-shape",
            "missing-key",
            "unknown-key",
            "yaml-syntax",
            "quote-not-in-source",
            "value-not-in-quote",
        }
    )


@pytest.mark.parametrize(
    "text", [TEXT, "海岛技能十条\n一、标准\n每人600元。（责任单位：某某局）\n某某局\n2025年3月1日\n"]
)
def test_an_editor_sees_no_fault_in_the_draft(text):
    """The schema that editors read accepts all that the import writes, also where nothing was recognized."""
    vocabulary = library().vocabulary
    schema = json.loads(schema_files(vocabulary, TEMPLATE.read_bytes())[DOCUMENT_SCHEMA])
    written = load_yaml(PATH, draft_yaml(draft(NAME, text, vocabulary, TODAY).content).encode()).content

    assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(written)] == []


def test_what_was_not_recognized_is_to_be_chosen():
    """The check doesn't advise to register the mark, but to choose from the vocabulary."""
    text = "海岛技能十条\n一、标准\n每人600元。\n"
    files = {**policy_files(), PATH: draft_yaml(draft(NAME, text, BARE, TODAY).content).encode()}
    found = checking.check(files, {f"{NAME}.txt": text}, TODAY).problems

    assert {p.message for p in found if p.hint and "里选一个" in p.hint} == {
        "地区还没有选",
        "政策族还没有选",
        "部门还没有选",
        "主题还没有选",
    }
    assert not [p for p in found if "dai-queren”" in p.message]


def test_the_draft_cannot_be_published():
    """Every candidate is reported until somebody has read it."""
    marked = sum(len(p.get("facts", ())) + len(p.get("duties", ())) + 1 for p in drafted()["provisions"])
    marked += len(drafted()["relations"]) + len(drafted()["confirm"])
    marked += draft_yaml(drafted()).count("dai-queren")

    assert sum(p.rule == "unconfirmed" for p in problems()) == marked


def test_the_head_is_read():
    """Title, carrier, number, date, region and issuer stand in the first lines."""
    made = drafted()

    assert made["title"] == "云州市技能培训实施方案"
    assert made["carrier"]["doc_number"]["value"] == "云人社发〔2024〕5号"
    assert made["dates"]["signed"]["value"] == "2024-03-05"
    assert (made["region"], made["type"]) == ("990100", "实施方案")


def test_the_advice_to_delete_the_line_of_the_mark_is_true():
    """Without the lines that say 待确认, every candidate is still there, and none is reported."""
    lines = draft_yaml(drafted()).splitlines(keepends=True)
    confirmed = "".join(line for line in lines if line.strip() != "confirm: 待确认")
    files = {**policy_files(), PATH: confirmed.encode()}
    document = checking.check(files, source_texts(), TODAY).library.documents[NAME]
    marks = [m.confirm for p in document.provisions for m in (p, *p.duties, *p.facts)]

    assert sum(len(p.facts) for p in document.provisions) == sum(
        len(p.get("facts", ())) for p in drafted()["provisions"]
    )
    assert {*marks, *(r.confirm for r in document.relations)} == {None}


def test_an_amount_is_proposed_in_its_section():
    """600元 is a candidate of 二（一）, per person, once."""
    fact = next(f for f in clause("2.1")["facts"] if f["kind"] == "money")

    assert (fact["value"], fact["per"], fact["frequency"], fact["confirm"]) == (
        "600元",
        ["人"],
        "一次性",
        "待确认",
    )


def test_bodies_are_found_by_their_printed_names():
    """市人力资源社会保障局、财政局 are two bodies of the vocabulary, the second with its level elided."""
    (duty,) = clause("2.1")["duties"]

    assert duty["orgs"] == ["yz-hrss", "yz-finance"]


def test_cited_documents_become_relations():
    """A title in 《》 with its number is a relation to confirm."""
    (relation,) = drafted()["relations"]

    assert relation["target"] == {
        "title": "海西省技能培训行动方案",
        "doc_number": {"value": "海政发〔2023〕12号"},
    }


def test_contact_persons_stay_out():
    """Names and telephone numbers of the source never reach the extract."""
    text = draft_yaml(drafted())

    assert "赵某某" not in text
    assert "13900000000" not in text


@given(
    st.text(alphabet="一二（）1.．附件、。：《》〔〕年月日元人次%每\n \"'#*&:-{}[]培训", min_size=1).filter(
        str.strip
    )
)
def test_any_text_becomes_a_draft_that_can_be_read_back(text):
    """Whatever was scanned, the file that is written is an extract of the right shape."""
    loaded = load_yaml(
        "policies/documents/x.yaml", draft_yaml(draft("x", text, BARE, TODAY).content).encode()
    )
    document, findings = read_document(loaded)

    assert findings == ()
    assert document is not None


@pytest.fixture(autouse=True)
def no_other_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts go into the handbook's own folder: no test writes into an office's folder of sources."""
    monkeypatch.delenv(disk.SOURCES_VARIABLE, raising=False)


def write(folder):
    """Write the fictional library without the plan."""
    for name, content in policy_files().items():
        if name != PATH:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    (folder / "new.txt").write_text(TEXT, "utf-8")


def test_the_command_writes_text_and_draft(tmp_path):
    """`handbook import` leaves the source text and the extract, and says how much waits."""
    write(tmp_path)
    result = CliRunner().invoke(
        main, ["import", str(tmp_path / "new.txt"), "--id", NAME, "--root", str(tmp_path), "--date", TODAY]
    )

    assert result.exit_code == 0
    assert (tmp_path / "policies/sources" / f"{NAME}.txt").read_text("utf-8") == TEXT.strip("\n") + "\n"
    assert "待确认" in result.output


def test_the_command_says_where_the_text_went(tmp_path, monkeypatch):
    """In an office that keeps its texts elsewhere, the text lands there, and the first line says so."""
    write(tmp_path / "handbook")
    (tmp_path / "texts").mkdir()
    monkeypatch.setenv(disk.SOURCES_VARIABLE, str(tmp_path / "texts"))
    file = tmp_path / "handbook" / "new.txt"
    result = CliRunner().invoke(
        main, ["import", str(file), "--id", NAME, "--root", str(tmp_path / "handbook")]
    )

    first = f"原文　{tmp_path / 'texts' / NAME}.txt　（--sources 或 HANDBOOK_SOURCES 指明的文件夹）"
    assert result.output.splitlines()[0] == first
    assert (tmp_path / "texts" / f"{NAME}.txt").is_file()
    assert not (tmp_path / "handbook" / "policies" / "sources").exists()


def test_the_command_never_overwrites_an_extract(tmp_path):
    """A second import of the same id is refused."""
    write(tmp_path)
    words = ["import", str(tmp_path / "new.txt"), "--id", NAME, "--root", str(tmp_path)]
    CliRunner().invoke(main, words)
    again = CliRunner().invoke(main, words)

    assert again.exit_code == 2
    assert "已经有" in again.output


def test_new_copies_the_template_under_its_id(tmp_path):
    """`handbook new` changes id and file name, and keeps the notes."""
    template = tmp_path / "policies/documents/_template.yaml"
    template.parent.mkdir(parents=True)
    template.write_text("# 注释\nid: old   # 编号\nsource:\n  file: old.txt\n", "utf-8")
    CliRunner().invoke(main, ["new", "nanning-2025", "--root", str(tmp_path)])

    text = (tmp_path / "policies/documents/nanning-2025.yaml").read_text("utf-8")

    assert text == "# 注释\nid: nanning-2025   # 编号\nsource:\n  file: nanning-2025.txt\n"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("（一）初级工补贴1000元。", "初级工补贴"),
        ("第三条　设备投入80万元。", "设备投入"),
        ("“双师型”教师比例达到50%。", "“双师型”教师比例"),
        ("获得技能大奖（国家级）的30万元。", "获得技能大奖（国家级）"),
        ("3.面积60平方米。", "面积"),
        ("2025年培训3万人次。", "2025年培训"),
    ],
)
def test_a_label_is_whole(line, label):
    """No number of the paragraph, no half of a pair of marks."""
    made = draft("x", f"云岭省办法\n一、标准\n{line}\n", BARE, TODAY).content
    labels = [f["label"] for p in made["provisions"] for f in p.get("facts", ())]

    assert label in labels
