"""How good and how fresh a dataset is: what was promised, what was counted, and which requirements are met. Pure."""

from lintas.quality.freshness import Freshness, due_date, freshness, next_day
from lintas.quality.marks import Requirement, requirements

__all__ = ["Freshness", "Requirement", "due_date", "freshness", "next_day", "requirements"]
