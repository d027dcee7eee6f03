"""The Chinese name of a class of the model: the field term in its docstring (名称)."""

from __future__ import annotations

import re

from pydantic import BaseModel

_TERM = re.compile(r"[(（]([^()（）]*[\u4e00-\u9fff][^()（）]*)[)）]\.?\s*(?:\n|$)")


def class_title(model: type[BaseModel]) -> str:
    """Return the Chinese term that ends the first line of the docstring of *model*, or its English name."""
    match = _TERM.search(model.__doc__ or "")
    return match[1] if match else model.__name__
