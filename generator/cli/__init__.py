"""The command line `handbook`: a thin edge around the pipeline (命令行)."""

from generator.cli.main import main

__all__ = ["main"]
