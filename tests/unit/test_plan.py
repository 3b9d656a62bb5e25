"""Two owners of one path are refused before anything is written."""

from lintas.outputs import Output, Publisher
from lintas.plan import made_from, plan


def publisher(name, *paths):
    return Publisher(name, lambda site, earlier: [Output(path, name, "isi", "x") for path in paths], lambda *_: b"")


def test_outputs_are_in_path_order_whatever_the_publishers():
    one, two = publisher("satu", "b", "a/c"), publisher("dua", "a/b")
    assert [o.path for o in plan(None, (one, two)).value] == ["a/b", "a/c", "b"]
    assert plan(None, (one, two)).value == plan(None, (two, one)).value


def test_a_path_with_two_owners_names_both():
    found = plan(None, (publisher("satu", "data/index.html"), publisher("dua", "Data/Index.html"))).diagnostics
    assert [(d.code, dict(d.args)) for d in found] == [("LUA101", {"first": "satu: isi", "second": "dua: isi"})]


def test_later_publishers_see_what_earlier_ones_planned():
    seen = []
    last = Publisher("akhir", lambda site, earlier: seen.extend(o.path for o in earlier) or [], lambda *_: b"")
    plan(None, (publisher("satu", "a"), last))
    assert seen == ["a"]


def test_engine_publisher_and_ingredients_all_count():
    base = made_from(Output("p", "satu", "isi", "x"), "mesin")
    others = [
        made_from(Output("p", "satu", "isi", "x"), "mesin baru"),
        made_from(Output("p", "dua", "isi", "x"), "mesin"),
        made_from(Output("p", "satu", "isi", "y"), "mesin"),
    ]
    assert len({base, *others}) == 4
