"""The portal as one archive that is read without a network: what goes in, how its links run, its bytes. Pure."""

from lintas.offline.archive import estimate, packed
from lintas.offline.choosing import LEFT_OUT, Choice, chosen
from lintas.offline.relinking import Relinking

__all__ = ["LEFT_OUT", "Choice", "Relinking", "chosen", "estimate", "packed"]
