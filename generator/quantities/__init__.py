"""What Chinese words for figures mean: numerals, quantities, dates, frequencies, and their proof in a quote.

Pure functions over text; nothing here knows a document, a fact or a file. Amounts are exact (``Decimal``).
The words an editor typed are read by ``parse_quantity``, ``parse_date_words`` and ``parse_recurrence``, which raise
``QuantityError`` and nothing else; ``quantity_in_quote`` says where the same words stand in a quote (引文).
"""

from generator.quantities.calendar_parts import DatePoint, Precision
from generator.quantities.comparators import Comparator
from generator.quantities.dates import FIVE_YEAR_PLANS, DateRelation, DateValue, parse_date_words
from generator.quantities.errors import QuantityError
from generator.quantities.match import QuoteMatch, quantity_in_quote
from generator.quantities.numerals import Numeral, Script, find_numerals, parse_numeral
from generator.quantities.quantity import Quantity, parse_money, parse_quantity
from generator.quantities.recurrence import Recurrence, parse_recurrence
from generator.quantities.units import UNITS, Unit, unit_at

__all__ = [
    "FIVE_YEAR_PLANS",
    "UNITS",
    "Comparator",
    "DatePoint",
    "DateRelation",
    "DateValue",
    "Numeral",
    "Precision",
    "Quantity",
    "QuantityError",
    "QuoteMatch",
    "Recurrence",
    "Script",
    "Unit",
    "find_numerals",
    "parse_date_words",
    "parse_money",
    "parse_numeral",
    "parse_quantity",
    "parse_recurrence",
    "quantity_in_quote",
    "unit_at",
]
