"""A prover in front of frictionless: it may say only "the library would find nothing, but perhaps in these rows".

How it can be sure: the library itself reads the description, the dialect and the header (its own objects, opened on the
first hundred rows), and its own cell readers judge every *distinct* text of a column. What is done here in columns is
only what the library does row by row: splitting well-formed CSV (`body`), shapes that its readers plainly accept, of
one text (`shapes`) or of a whole column at once (`outline`, `plain`), repeated values and look-ups (`keys`). Rows with
a fault, and those that belong to it, are left to the library (`sound`, `doubts`). Whatever is unusual is not proved,
and the library is run on the whole table.
"""

from typing import TYPE_CHECKING

from lintas.tables.prover.arrays import as_texts, as_truths
from lintas.tables.prover.columns import Columns
from lintas.tables.prover.doubts import Excerpt
from lintas.tables.prover.prove import Proof, Prover
from lintas.tables.prover.sound import head, taken
from lintas.tables.prover.structure import Structure

if TYPE_CHECKING:
    from lintas.tables.prover.arrays import Codes

__all__ = ["Codes", "Columns", "Excerpt", "Proof", "Prover", "Structure", "as_texts", "as_truths", "head", "taken"]
