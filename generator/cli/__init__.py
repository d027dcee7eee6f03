"""The command line `handbook`: a thin edge around the pipeline (命令行)."""

import gettext
import os
from pathlib import Path

gettext.bindtextdomain("messages", str(Path(__file__).parent / "words"))
os.environ["LANGUAGE"] = "zh_CN"
# Click asks gettext for its own words, some of them while commands are defined; they are in words/, whatever the locale.

from generator.cli.main import main  # noqa: E402

__all__ = ["main"]
