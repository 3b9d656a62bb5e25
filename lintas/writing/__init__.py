"""The tree on disk: what stands there, a staging tree beside it, and the swap (effects: writes below the output)."""

from lintas.writing.manifest import Entry, Manifest
from lintas.writing.staging import OutputRefused, Staging, put

__all__ = ["Entry", "Manifest", "OutputRefused", "Staging", "put"]
