"""The portal told to machines that read catalogues: DCAT, Project Open Data, Croissant, CSVW, Data Package.

Pure functions from the related site to values or bytes; which files they become is decided in `publishers`. Graphs are
written by `turtle` and `graph_json` (decisions/0010).
"""
