"""The one reader for everything that is authored: bytes → text → nodes with places → typed values.

Scalars stay text until an accessor of `Map` asks for a type: plain YAML would read `32.10` as 32.1 and `no` as False.
Nothing here raises on bad content; every finding is a `Diagnostic` with a code `KFG1xx`.
"""

from lintas.reader.accessors import Map, is_url
from lintas.reader.dates import read_date
from lintas.reader.decoding import decode
from lintas.reader.front_matter import split_front_matter
from lintas.reader.json_reader import read_json
from lintas.reader.nearness import near
from lintas.reader.nodes import Node, broken, empty
from lintas.reader.yaml_reader import read_yaml

__all__ = [
    "Map",
    "Node",
    "broken",
    "decode",
    "empty",
    "is_url",
    "near",
    "read_date",
    "read_json",
    "read_yaml",
    "split_front_matter",
]
