"""Lintas: a static site generator for a regional-governance open data portal."""

__version__ = "0.1.0"
