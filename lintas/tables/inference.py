"""Types of columns as the library infers them from a sample of rows."""

from __future__ import annotations

import warnings
from collections.abc import Sequence


def infer(labels: Sequence[str], sample: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Table Schema types, one for each label; "string" where nothing is known."""
    from frictionless import Detector

    if not sample:
        return ("string",) * len(labels)
    warnings.simplefilter("ignore")  # the library's words on its own options, on the error stream
    detector = Detector(sample_size=max(1, len(sample)), field_confidence=1.0, field_missing_values=[""])
    schema = detector.detect_schema([list(row) for row in sample], labels=list(labels))
    types = tuple(str(field.type) for field in schema.fields)
    return tuple("string" if kind == "any" else kind for kind in types)
