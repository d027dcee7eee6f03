"""`make bench`: prints the tables that docs/ keeps; `python -m bench search` prints those of the search alone."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from bench import load, scale
from bench.quality import quality_table
from bench.search import print_costs, search_costs
from bench.today import last_checked
from generator.checking import check
from generator.cli.search import SCRIPTS, fresh_index
from generator.disk import read_policies
from generator.search.engine import lunr_script
from generator.search.terminal import Terminal

ROOT = Path(__file__).parents[1]
DAY = last_checked()
SIZES = (5, 1000, 3000)


def bench_search() -> None:
    """Print the quality of the search on the real handbook and its costs on fictional ones."""
    terminal = Terminal(
        fresh_index(check(read_policies(ROOT), {}, DAY)), ROOT / "docs" / SCRIPTS, lunr_script()
    )
    print(f"检索质量\n\n{quality_table(terminal)}\n\n检索开销\n")
    print_costs(search_costs(SIZES))


SECTIONS: Mapping[str, Callable[[], None]] = {
    "search": bench_search,
    "scale": lambda: scale.main(sys.argv[2:]),
    "load": lambda: load.main(sys.argv[2:]),
}

if __name__ == "__main__":
    for name in sys.argv[1:2] or SECTIONS:
        SECTIONS[name]()
