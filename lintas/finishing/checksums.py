"""`laporan/SHA256SUMS`: the checksum of every file of the tree, for `sha256sum -c` and for `verify`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lintas.finishing.task import Finished, Finisher, Made, Started, Task
from lintas.outputs import Output
from lintas.packing import digest_of
from lintas.relate import Site
from lintas.verify import checksums


def _owns(site: Site) -> tuple[str, ...]:
    return (checksums.LIST,)


def _digest(site: Site, outputs: Sequence[Output], before: Mapping[str, str]) -> str:
    return digest_of(*(f"{o.path} {o.publisher} {o.digest}" for o in outputs), *sorted(before.items()))


def _begin(started: Started) -> Task:
    return Task(_finish)


def _finish(finished: Finished) -> Made:
    listed = checksums.listing({path: entry.sha256 for path, entry in finished.entries.items()})
    return Made(((checksums.LIST, listed),))


FINISHER = Finisher("checksums", _owns, _digest, _begin, deferred=True)
