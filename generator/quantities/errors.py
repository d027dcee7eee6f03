"""The one exception of this package: printed words that cannot be read as a figure."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")


class QuantityError(ValueError):
    """Words that cannot be read as a quantity, a date or a frequency (数值无法识别).

    ``message`` is a finished Chinese sentence without the position, ``position`` a 0-based offset into
    ``printed`` (``len(printed)`` when something is missing at the end). ``str(error)`` holds both for people.
    """

    def __init__(self, message: str, printed: str, position: int) -> None:
        """Keep *message*, the words and the place; never longer than what an editor typed."""
        super().__init__(f"{message}（“{printed}”第{position + 1}个字）")
        self.message = message
        self.printed = printed
        self.position = position


def read_squeezed(read: Callable[[str], Value], printed: str) -> Value:
    """What *read* makes of *printed* without its white space; an error points into *printed* as it was typed."""
    text = "".join(printed.split())
    try:
        return read(text)
    except QuantityError as error:
        places = [place for place, sign in enumerate(printed) if not sign.isspace()]
        position = places[error.position] if error.position < len(places) else len(printed)
        raise QuantityError(error.message, printed, position) from None
