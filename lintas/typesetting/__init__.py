"""A release on paper: what is in `Letter`, as a tagged PDF. The same letter gives the same bytes on every machine."""

from lintas.typesetting.document import Change, Entry, Letter, Letterhead, Photo, Picture

__all__ = ["Change", "Entry", "Letter", "Letterhead", "Photo", "Picture"]
