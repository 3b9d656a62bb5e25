"""The store: what was put comes back, another engine starts empty, damage is noticed, busy is not damage."""

import sqlite3

import pytest

from lintas.cache import Store, StoreDamaged, damaged, engine_digest


@pytest.fixture
def store(tmp_path):
    with_engine = Store.open(tmp_path / "cache.db", "mesin")
    yield with_engine
    with_engine.close()


def test_records_bodies_and_values_come_back(store):
    store.put_records("a", {"k": b"1", "l": b""})
    store.put_records("b", {"k": b"2"})
    store.put_bodies([("k", b"badan")])
    store.put_value("nama", ("x", 1))
    assert store.records("a") == {"k": b"1", "l": b""}
    assert store.records("b") == {"k": b"2"}
    assert (store.body("k"), store.value("nama"), store.value("lain")) == (b"badan", ("x", 1), None)


def test_what_is_forgotten_is_gone_with_its_body(store):
    store.put_records("a", {"k": b"1", "l": b"2"})
    store.put_bodies([("k", b"x"), ("l", b"y")])
    store.forget("a", ["k"])
    assert store.records("a") == {"l": b"2"}
    assert store.body("l") == b"y"
    with pytest.raises(StoreDamaged):
        store.body("k")


def test_another_engine_starts_empty(store, tmp_path):
    store.put_records("a", {"k": b"1"})
    store.put_bodies([("k", b"x")])
    store.put_value("build", 1)
    store.close()
    same = Store.open(tmp_path / "cache.db", "mesin")
    assert same.records("a") == {"k": b"1"}
    same.close()
    other = Store.open(tmp_path / "cache.db", "mesin baru")
    assert (other.records("a"), other.value("build")) == ({}, None)
    other.close()


def test_a_changed_byte_in_a_value_is_noticed(store, tmp_path):
    store.put_records("a", {"k": b"panjang" * 20})
    store.put_bodies([("k", b"badan" * 20)])
    with sqlite3.connect(tmp_path / "cache.db") as other:
        other.execute("UPDATE records SET value = CAST(replace(value, 'panjang', 'pendekk') AS BLOB) WHERE step = 'a'")
        other.execute("UPDATE bodies SET value = CAST(replace(value, 'badan', 'bahan') AS BLOB)")
    other.close()
    with pytest.raises(StoreDamaged):
        store.records("a")
    with pytest.raises(StoreDamaged):
        store.body("k")


@pytest.mark.parametrize("content", [b"", b"bukan basis data" * 500, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_store_is_replaced(tmp_path, content):
    (tmp_path / "cache.db").write_bytes(content)
    made = Store.open(tmp_path / "cache.db", "mesin")
    made.put_records("a", {"k": b"1"})
    assert made.records("a") == {"k": b"1"}
    made.close()


def test_tables_of_another_shape_are_replaced(tmp_path):
    with sqlite3.connect(tmp_path / "cache.db") as other:
        other.execute("CREATE TABLE records (lain TEXT)")
    other.close()
    Store.open(tmp_path / "cache.db", "mesin").close()


def test_a_store_in_use_or_a_full_disk_is_not_damage():
    def error(code):
        made = sqlite3.OperationalError("x")
        made.sqlite_errorcode = code
        return made

    assert [damaged(error(code)) for code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY)] == [
        False, False, False,
    ]  # fmt: skip
    assert damaged(error(sqlite3.SQLITE_CORRUPT))
    assert damaged(error(sqlite3.SQLITE_NOTADB))


def test_the_engine_has_one_name():
    assert engine_digest() == engine_digest.__wrapped__()
    assert len(engine_digest()) == 64
