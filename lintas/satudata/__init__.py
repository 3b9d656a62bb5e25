"""Satu Data Indonesia: the four principles as facts, and statistical metadata after Peraturan BPS 5/2020."""

from lintas.satudata.forms import ACTIVITY, FORMS, KEYS, Item, schema
from lintas.satudata.principles import Fact, Principle, advice, score
from lintas.satudata.reading import read

__all__ = ["ACTIVITY", "FORMS", "KEYS", "Fact", "Item", "Principle", "advice", "read", "schema", "score"]
