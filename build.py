"""The one command of Lintas: `python build.py --help`. Needs Python 3.11 and the packages of requirements.lock."""

import sys
from importlib.util import find_spec

PACKAGES = """frictionless jinja2 livereload lxml markdown nh3 pandas pyarrow yaml rich xlsxwriter jsonschema openpyxl PIL pypdf
vl_convert bs4 cbor2 icalendar mammoth markdownify minisign odfdo segno snowballstemmer typst""".split()


def run():
    if sys.version_info < (3, 11):
        sys.exit("Lintas memerlukan Python 3.11 atau yang lebih baru. / Lintas needs Python 3.11 or newer.")
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        command = f"{sys.executable} -m pip install --require-hashes -r requirements.lock"
        told = f"Paket Python belum terpasang: {', '.join(missing)}. Jalankan “make site”, atau:\n  {command}"
        sys.exit(f"{told}\n(Python packages are missing: run 'make site' or the line above.)")
    from lintas.cli import main

    return main()


if __name__ == "__main__":  # worker processes import this file again and must not start over
    sys.exit(run())
