"""Hits replay, misses run, the order is that of the items, and a stale record goes with its body."""

import pytest

from lintas.cache import Store, StoreDamaged
from lintas.diagnostics import Outcome, Span, fault
from lintas.execute import Means, Step, run
from lintas.model import Topik
from lintas.workers import Crew


@pytest.fixture
def means(tmp_path):
    store = Store.open(tmp_path / "cache.db", "mesin")
    yield Means(tmp_path, store, Crew(1))
    store.close()


def counting():
    """A step over texts that tells how often it has run."""
    calls = []

    def work(root, item):
        calls.append(item)
        found = (fault("SIA104", Span(item, 3, 4)),) if "!" in item else ()
        return Outcome(Topik(item, item.upper()) if item != "tidak!" else None, found), item.encode()

    return Step("uji", Topik, work, lambda item: f"kunci {item}", 0.0), calls


def test_a_second_run_replays_values_and_findings_in_order(means):
    step, calls = counting()
    items = ["c", "a!", "tidak!", "b"]
    first = run(step, items, means)
    assert [topic.slug for topic in first[0]] == ["c", "a!", "b"]
    assert [(d.code, d.span.path) for d in first[1]] == [("SIA104", "a!"), ("SIA104", "tidak!")]
    assert run(step, items, means) == first
    assert run(step, items[::-1], means)[0] == first[0][::-1]
    assert calls == items
    assert means.store.body("kunci b") == b"b"


def test_only_what_is_new_runs(means):
    step, calls = counting()
    run(step, ["a", "b"], means)
    run(step, ["b", "c"], means)
    assert calls == ["a", "b", "c"]


def test_much_that_no_item_stands_for_is_forgotten(means):
    step, _ = counting()
    many = [str(n) for n in range(100)]
    run(step, many, means)
    run(step, many[:1], means)
    assert set(means.store.records("uji")) == {"kunci 0"}
    with pytest.raises(StoreDamaged):
        means.store.body("kunci 5")
