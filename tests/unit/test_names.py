"""A printed name means the body that a reader of the same document would think of."""

from generator.library import Vocabulary
from generator.model.vocabulary import Department, Region
from generator.names import DepartmentNames


def region(name: str, parent: str | None) -> Region:
    """A region with its superior."""
    return Region(id=name, name=name, short=name, level="市", parent=parent)


def body(name: str, where: str, *aliases: str) -> Department:
    """A body of one region with its printed names."""
    return Department(id=f"b-{where}", line="l", region=where, name=name, short=name, aliases=aliases)


VOCABULARY = Vocabulary(
    regions={
        "990000": region("990000", None),
        "990100": region("990100", "990000"),
        "990200": region("990200", "990000"),
    },
    departments={
        "b-990000": body("海西省财政厅", "990000", "省财政厅"),
        "b-990100": body("云州市财政局", "990100", "市财政局"),
        "b-990200": body("山州市财政局", "990200", "市财政局"),
    },
)
NAMES = DepartmentNames(VOCABULARY)


def test_a_name_means_the_body_of_the_own_region():
    """市财政局 is another body in each city."""
    assert [NAMES.resolve("市财政局", code) for code in ("990100", "990200")] == ["b-990100", "b-990200"]


def test_a_superior_body_is_known_below():
    """A city's document may name the province's body, a province's document no city's."""
    assert NAMES.resolve("省财政厅", "990100") == "b-990000"
    assert NAMES.resolve("市财政局", "990000") is None


def test_an_elided_name_inherits_its_level():
    """省教育厅、财政厅: the second is the province's too; behind a comma it would not be."""
    elided = NAMES.resolve_list((("省教育厅", False), ("财政厅", True)), "990000")
    apart = NAMES.resolve_list((("省教育厅", False), ("财政厅", False)), "990000")

    assert (elided[1], apart[1]) == ("b-990000", None)
