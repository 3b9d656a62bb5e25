"""Pictures: sizes, forms, colours and orientation; and files that are broken, huge or not what they say."""

import io
import struct
import tracemalloc
import zlib

import pytest
from PIL import Image, ImageCms

from lintas.pictures import draw, drawable, inspect, vector_size
from lintas.pictures.responsive import widths

DIGEST = "0123456789abcdef" * 4
NOISE = Image.effect_noise((1400, 700), 60).convert("RGB")


def encoded(image: Image.Image, form: str, **options) -> bytes:
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def drawn(data: bytes, name: str):
    facts = inspect(data, f"content/media/{name}", DIGEST)
    assert facts.diagnostics == ()
    return draw(data, facts.value, "kunci")


def codes(data: bytes, name: str) -> list[str]:
    return [found.code for found in inspect(data, f"content/media/{name}", DIGEST).diagnostics]


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def claims(width: int, height: int) -> bytes:
    """A PNG of a hundred bytes that claims this size."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (1, ()),
        (240, ()),
        (300, (300,)),
        (480, (480,)),
        (500, (480,)),
        (700, (480, 700)),
        (1000, (480, 960)),
        (1400, (480, 960, 1400)),
        (1600, (480, 960, 1600)),
        (6000, (480, 960, 1600)),
    ],
)
def test_no_picture_is_enlarged(width, expected):
    assert widths(width) == expected


def test_each_form_has_all_widths_and_no_metadata():
    exif = Image.Exif()
    exif[0x010E] = "Rahasia"
    data = encoded(NOISE, "JPEG", exif=exif, comment=b"Rahasia")
    facts, files = drawn(data, "2025/rapat.jpg")
    assert [file.path for file in facts.files][::3] == [
        "foto/2025/rapat.01234567.480.avif", "foto/2025/rapat.01234567.480.webp", "foto/2025/rapat.01234567.480.jpg",
    ]  # fmt: skip
    for file in facts.files:
        with Image.open(io.BytesIO(files[file.path])) as image:
            assert image.size == (file.width, file.height)
            assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)
        assert b"Rahasia" not in files[file.path]
    assert drawn(data, "2025/rapat.jpg") == (facts, files)


def test_a_picture_held_sideways_stands_upright():
    image = Image.new("RGB", (600, 300), "white")
    image.paste("black", (0, 0, 300, 300))  # the left half, which is the top once turned
    exif = Image.Exif()
    exif[0x0112] = 6
    facts, files = drawn(encoded(image, "JPEG", exif=exif), "a.jpg")
    assert (facts.width, facts.height) == (300, 600)
    with Image.open(io.BytesIO(files[facts.files[-1].path])) as upright:
        assert upright.getpixel((150, 50)) < (40, 40, 40)
        assert upright.getpixel((150, 550)) > (215, 215, 215)


@pytest.mark.parametrize(
    ("image", "form", "name", "expected"),
    [
        (Image.new("CMYK", (300, 200), (255, 0, 0, 0)), "JPEG", "a.jpg", (0, 255, 255)),
        (Image.new("I;16", (300, 200), 0x8000), "PNG", "a.png", (128, 128, 128)),
        (Image.new("RGB", (300, 200), (200, 30, 30)).quantize(8), "PNG", "a.png", (200, 30, 30)),
        (Image.new("L", (300, 200), 90), "PNG", "a.png", (90, 90, 90)),
        (Image.new("1", (300, 200), 1), "PNG", "a.png", (255, 255, 255)),
        (Image.new("RGBA", (300, 200), (10, 90, 90, 255)), "PNG", "a.png", (10, 90, 90)),
    ],
    ids=["cmyk", "16 bits", "palette", "grey", "bitmap", "opaque alpha"],
)
def test_every_mode_becomes_plain_colours(image, form, name, expected):
    facts, files = drawn(encoded(image, form), name)
    assert facts.files[-1].form == "jpeg"
    with Image.open(io.BytesIO(files[facts.files[-1].path])) as shown:
        assert shown.mode == "RGB"
        assert all(abs(one - other) <= 6 for one, other in zip(shown.getpixel((150, 100)), expected, strict=True))


def test_transparency_is_kept():
    facts, files = drawn(encoded(Image.new("RGBA", (300, 200), (255, 0, 0, 100)), "PNG"), "a.png")
    assert facts.files[-1].path.endswith(".png")
    with Image.open(io.BytesIO(files[facts.files[-1].path])) as shown:
        assert shown.convert("RGBA").getpixel((1, 1)) == (255, 0, 0, 100)


def test_colours_of_another_space_are_brought_to_srgb():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()  # fits no RGB picture: left as it is
    assert drawn(encoded(Image.new("RGB", (300, 200), (10, 90, 90)), "PNG", icc_profile=lab), "a.png")
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(Image.new("RGB", (300, 200), (10, 90, 90)), "PNG", icc_profile=srgb)
    facts, files = drawn(data, "a.png")
    with Image.open(io.BytesIO(files[facts.files[-1].path])) as shown:
        assert all(abs(a - b) <= 6 for a, b in zip(shown.getpixel((9, 9)), (10, 90, 90), strict=True))


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "a.jpg", "FOT101"),
        (b"Ini teks.", "a.png", "FOT101"),
        (encoded(NOISE, "JPEG")[:9000], "a.jpg", "FOT102"),
        (encoded(NOISE, "PNG")[:9000], "a.png", "FOT102"),
        (encoded(NOISE, "WEBP")[:9000], "a.webp", "FOT101"),
        (claims(9000, 9000), "a.png", "FOT103"),
        (claims(60000, 60000), "a.png", "FOT103"),
        (encoded(NOISE, "PNG"), "a.jpg", "FOT104"),
        (encoded(NOISE, "GIF", save_all=True, append_images=[NOISE.rotate(180)]), "a.gif", "FOT105"),
        (encoded(NOISE.resize((300, 200)), "PNG", save_all=True, append_images=[NOISE]), "a.png", "FOT105"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>" + b" " * 1_000_000, "a.svg", "FOT106"),
        (encoded(Image.new("RGB", (1, 1)), "PNG"), "a.png", "FOT107"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "FOT108"),
    ],
)
def test_a_hostile_picture_is_named(data, name, expected):
    assert codes(data, name)[0] == expected


def test_a_picture_that_claims_to_be_huge_takes_no_memory():
    tracemalloc.start()
    try:
        assert codes(claims(60000, 60000), "a.png") == ["FOT103"]
        assert codes(claims(9000, 9000), "a.png") == ["FOT103"]
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_a_large_jpeg_is_decoded_at_a_fraction_unless_it_is_progressive():
    plain = Image.new("L", (7000, 6400), 90)
    assert codes(encoded(plain, "JPEG"), "a.jpg") == []
    assert codes(encoded(plain, "JPEG", progressive=True), "a.jpg") == ["FOT103"]


def test_of_an_animation_the_first_frame_is_shown():
    data = encoded(NOISE, "GIF", save_all=True, append_images=[NOISE.rotate(180)])
    facts = inspect(data, "content/media/a.gif", DIGEST).value
    assert drawable(facts)
    assert draw(data, facts, "k")[0].files[0].width == 480


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('width="120" height="80"', (120, 80)),
        ("width='2in' height='1in'", (192, 96)),
        ('width="100%" height="100%" viewBox="0 0 40 30"', (40, 30)),
        ('width="80" viewBox="0 0 40 30"', (80, 60)),
        ('height="60" viewBox="0,0,40,30"', (80, 60)),
        ('viewBox="0 0 0 0"', (0, 0)),
        ('stroke-width="3" height="2"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_the_size_of_a_drawing(head, size):
    assert vector_size(f'<?xml version="1.0"?>\n<!-- peta -->\n<svg xmlns="x" {head}>') == size
