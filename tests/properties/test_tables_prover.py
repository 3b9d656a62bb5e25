"""Law of the prover: what it says is clean, the library finds valid, and the report and the facts are the same."""

import os
from unittest.mock import patch

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from lintas import tables
from lintas.tables import descriptors
from lintas.tables.prover import Prover, body
from tests.properties.typed_tables import packages
from tests.unit.data_packages import FOLDER, load

EXAMPLES = int(os.environ.get("PROVER_EXAMPLES", "250"))
CALM = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@CALM
@given(given=packages(), block=st.sampled_from([1 << 22, 1 << 22, 40, 100]))
def test_what_is_proved_clean_the_library_finds_valid(tmp_path, given, block):
    """Also where the file is read in several blocks."""
    package, files = given
    for old in tmp_path.glob(f"{FOLDER}/data/*"):
        old.unlink()
    dataset = load(tmp_path, package, files).value
    if dataset is None:
        return
    proofs = []
    prove = Prover.prove

    def listening(self, name, file):
        found = prove(self, name, file)
        proofs.append((name, found is not None and found.clean))
        return found

    with patch.object(Prover, "prove", listening), patch.object(body, "_BLOCK", block):
        quick = tables.check(tmp_path, dataset)
    with patch.object(Prover, "prove", lambda _self, _name, _file: None):
        slow = tables.check(tmp_path, dataset)
    event(f"proved: {dict(proofs).get('a', 'not asked')}")
    assert quick == slow
    proved = {name for name, clean in proofs if clean}
    assert not proved & library_refuses(tmp_path, dataset, proved)


def library_refuses(root, dataset, names):
    """The resources among `names` in which frictionless alone finds an error."""
    described, _ = descriptors.open_package(root / FOLDER, *descriptors.read(root, dataset))
    return {name for name in names if not described.get_resource(name).validate().valid}
