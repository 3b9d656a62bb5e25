"""Pictures for the web: what is wrong with one, the sizes in which it is shown, and cards for social media (pure).

Pillow is imported where it is needed: a build in which no picture changed never loads it.
"""

from lintas.pictures.inspection import inspect
from lintas.pictures.printed import printed
from lintas.pictures.responsive import draw, drawable
from lintas.pictures.vector import vector_size

__all__ = ["draw", "drawable", "inspect", "printed", "vector_size"]
