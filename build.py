"""The one command of Lintas: `python build.py --help`. Needs Python 3.11 and the packages of requirements.lock."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Lintas memerlukan Python 3.11 atau yang lebih baru. / Lintas needs Python 3.11 or newer.")


def run():
    try:
        from lintas.cli import main
    except ModuleNotFoundError as error:
        if (error.name or "lintas").partition(".")[0] == "lintas":
            raise
        sys.exit(
            f"Paket Python “{error.name}” belum terpasang. Jalankan “make site”, atau:\n"
            f"  {sys.executable} -m pip install --require-hashes -r requirements.lock\n"
            f"(The Python package '{error.name}' is not installed: run 'make site' or the line above.)"
        )
    return main()


if __name__ == "__main__":  # worker processes import this file again and must not start over
    sys.exit(run())
