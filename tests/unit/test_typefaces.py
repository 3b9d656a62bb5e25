"""The typefaces that the engine carries: small, licensed, and holding what Indonesian texts need."""

from lintas import typefaces

LIMIT = 1_500_000  # bytes


def test_they_are_small_and_licensed() -> None:
    assert sum(file.stat().st_size for file in typefaces.files()) < LIMIT
    licence = (typefaces.FOLDER / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    for file in typefaces.files():
        assert file.name in licence or f"{file.name.split('-')[0]}-*.ttf" in licence, file.name


def test_coverage_is_told_sign_by_sign() -> None:
    held = typefaces.coverage()
    assert {ord(sign) for sign in "Aé–“”•−€²½≥≤№✓→ʼĀŠΩдعربيꦲꦤ"} <= held
    assert not {ord(sign) for sign in "中😀अ"} & held


def test_the_family_of_the_pages_holds_plain_text_alone() -> None:
    from lintas.typefaces.coverage import union

    for file in (typefaces.REGULAR, typefaces.BOLD, typefaces.CONDENSED):
        assert {*range(0x20, 0x7F), *map(ord, "–—“”‘’…•é€")} <= union([file])
