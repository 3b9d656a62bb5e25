"""Figures bound to data: a link `angka:…` names a cell of a table, and its text must say what the cell says.

`parse` reads a target, `answers` finds cells, `bind` puts both beside what was typed. The datasets must have passed
their checks; past and frozen states are read as they are.
"""

from lintas.figures.binding import Quoted, bind, named
from lintas.figures.changes import changed, quoting
from lintas.figures.lookup import Answer, answers, same
from lintas.figures.query import SCHEME, Asked, Form, Query, parse
from lintas.figures.states import present_state
from lintas.figures.tables import Table, tables

__all__ = [
    "SCHEME",
    "Answer",
    "Asked",
    "Form",
    "Query",
    "Quoted",
    "Table",
    "answers",
    "bind",
    "changed",
    "named",
    "parse",
    "present_state",
    "quoting",
    "same",
    "tables",
]
