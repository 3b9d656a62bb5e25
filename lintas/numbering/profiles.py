"""The schemes that issuers of releases use, each read off numbers they have published (2010–2026)."""

from __future__ import annotations

from typing import Final

from lintas.numbering.model import Profile
from lintas.numbering.patterns import tokens

_KLHK = "HUMAS/{unit:PP|PPIP}/HMS.3/{bulan:2}/{tahun}"

PROFILES: Final[tuple[Profile, ...]] = (
    Profile(
        "kemenko-polkam",
        "Kementerian Koordinator Bidang Politik dan Keamanan",
        ("{urut}/SP/{klasifikasi:HM.01.02|*}/{unit:POLKAM|POLHUKAM}/{bulan}/{tahun}",),
        ("Kemenko Polkam", "Kemenkopolkam", "Kemenko Polhukam"),
    ),
    Profile("kemenhut", "Kementerian Kehutanan", (f"SP.{{urut:3}}/{_KLHK}",), ("Kemenhut", "KLHK")),
    Profile(
        "klh",
        "Kementerian Lingkungan Hidup/Badan Pengendalian Lingkungan Hidup",
        ("SR.{urut}/HUMAS/{unit:KLH-BPLH}/{bulan}/{tahun}",),
        ("KLH/BPLH", "KLH", "BPLH"),
    ),
    Profile(
        "ksda",  # the code of the office comes second, e.g. T.28
        "unit pelaksana teknis konservasi sumber daya alam",
        ("SP.{urut:2}/{unit:T.28|T.*}/TU/KSA/{bulan}/{tahun}",),
        ("BKSDA", "BBKSDA", "KSDA"),
    ),
    Profile(
        "esdm",  # 04 is no month: it has been the same since 2021
        "Kementerian Energi dan Sumber Daya Mineral",
        ("{urut:3}.Pers/04/{unit:SJI|*}/{tahun}",),
        ("Kementerian ESDM", "ESDM"),
    ),
    Profile(
        "ojk",
        "Otoritas Jasa Keuangan",
        ("SP-{urut}/{unit:GKPB|DHMS|*}/OJK/{bulan:R}/{tahun}",),
        ("OJK",),
    ),
    Profile(
        "kemendikdasmen",
        "Kementerian Pendidikan Dasar dan Menengah",
        ("{urut}/sipers/{unit:A6}/{bulan:R}/{tahun}",),
        ("Kemendikdasmen", "Kemendikbudristek", "Kemendikbud"),
    ),
    Profile(
        "kominfo",
        "Kementerian Komunikasi dan Digital",
        (
            "{urut:2}/{klasifikasi:HM}/{unit:KOMDIGI|KOMINFO}/{bulan:2}/{tahun}",
            "{urut}/{klasifikasi:PIH}/{unit:KOMINFO}/{bulan}/{tahun}",
        ),
        ("Komdigi", "Kemkomdigi", "Kominfo", "Kemenkominfo"),
    ),
    Profile(
        "kemenko-perekonomian",  # the classification comes first
        "Kementerian Koordinator Bidang Perekonomian",
        ("{klasifikasi:HM.4.6|HM.*}/{urut}/{unit:SET.M.EKON.3|SET.M.EKON.*}/{bulan}/{tahun}",),
        ("Kemenko Perekonomian", "Kemenko Ekonomi"),
    ),
    Profile(
        "kemenhub",
        "Kementerian Perhubungan",
        ("{urut}/SP/{bulan:R}/{unit:BKIP}/{tahun}",),
        ("Kemenhub",),
    ),
    Profile(
        "bank-indonesia",  # 16/6/DKom was of 2014, 28/181/DKom of 2026
        "Bank Indonesia",
        ("{tahun:-1998}/{urut}/{unit:DKom}",),
        ("Bank Indonesia", "BI"),
    ),
    Profile("djp", "Direktorat Jenderal Pajak", ("SP-{urut:2}/{tahun}",), ("Ditjen Pajak", "DJP")),
    Profile(
        "pemprov-dki",
        "Pemerintah Provinsi Daerah Khusus Jakarta",
        ("{urut}/{unit:SP-HMS}/{bulan:2}/{tahun}",),
        ("Pemprov DKI Jakarta", "Pemprov DKI"),
    ),
)
_BY_KEY = {each.key: each for each in PROFILES}


def profile(text: str) -> Profile | None:
    """The profile of that key, or one made of a pattern such as `{urut}/SP/DISKOMINFO/{bulan}/{tahun}`; else None."""
    if "{" not in text:
        return _BY_KEY.get(text)
    try:
        tokens(text)
    except ValueError:
        return None
    return Profile(text, "", (text,))
