"""What CKAN makes of catalogues: the datasets that its own parser of DCAT (ckanext-dcat) hands to `package_create`.

    python tests/site/ckan_reader.py PROFILE FILE…    prints JSON: file → list of datasets

A process of its own, since CKAN changes warnings, logging and translations of the process it lives in.
"""

import json
import sys
import types
import warnings
from pathlib import Path

try:
    import magic  # noqa: F401
except ImportError:  # the system has no libmagic, of which CKAN asks the type of uploads alone; here is no upload
    sys.modules["magic"] = types.ModuleType("magic")

FORMATS = {".ttl": "turtle", ".jsonld": "json-ld"}


def main(profile, paths):
    warnings.simplefilter("ignore")
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).resolve().parent]
    from ckanext.dcat.processors import RDFParser

    found = {}
    for path in paths:
        parser = RDFParser(profiles=[profile])
        parser.parse(Path(path).read_text("utf-8"), _format=FORMATS[Path(path).suffix])
        found[path] = list(parser.datasets())
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
