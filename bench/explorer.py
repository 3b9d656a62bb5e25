"""Time the explorer on a table as large as the country has villages, in Chromium on a slowed processor.

    python bench/explorer.py
    python bench/explorer.py --rows 20000 --slower 4

Builds a made-up portal with one table of twelve columns, opens its explorer and does what a reader does. Times are from
the press to the row that is drawn, in milliseconds; sizes are those of the files of columns, plain and as gzip.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import statistics
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests import portals, villages  # noqa: E402
from tests.browser.chromium import find  # noqa: E402
from tests.browser.server import serving  # noqa: E402

WORK = HERE / "_work" / "explorer"
TABLE = "data/desa/desa/"
# Done in the page, so that the way to the browser is not counted: press, wait until the status says so, draw.
TIMED = """async () => {
  const part = (name) => document.querySelector(`[data-part=${name}]`);
  const type = (text) => { part('search').value = text; part('search').dispatchEvent(new Event('input')); };
  const heads = [...document.querySelectorAll('.explore__sort')];
  const head = (name) => heads.find((one) => one.textContent.startsWith(name));
  const dialog = async (set) => {
    while (!document.querySelector('dialog[open] form')) await new Promise((go) => setTimeout(go, 2));
    set(document.querySelector('dialog form'));
  };
  const choose = (select, value) => { select.value = value; select.dispatchEvent(new Event('change')); };
  const before = part('status').textContent;
  BEFORE;
  const start = performance.now();
  PRESS;
  while (part('status').textContent === before || !part('status').textContent.includes('SAID')) {
    if (performance.now() - start > 60000) throw new Error(part('status').textContent);
    await new Promise((go) => setTimeout(go, 2));
  }
  await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
  return performance.now() - start;
}"""
RANGE = """head('Penduduk').nextSibling.click(); await dialog((form) => {
  choose(form.querySelector('select'), 'antara'); form.querySelector('input').value = '5.000'; })"""
GROUP = """part('group').click(); await dialog((form) => {
  const [one, two] = form.querySelectorAll('select'); choose(one, 'FIRST'); choose(two, 'SECOND'); })"""
SEND = "document.querySelector('dialog form').requestSubmit()"
ACTS = (
    ("sort by number", "", "head('Penduduk').click()", "menaik"),
    ("sort the other way", "", "head('Penduduk').click()", "menurun"),
    ("sort by text, then number", "", "head('Nama').click()", "Nama (menaik)"),
    ("sort by money (84,000 different)", "", "head('Anggaran').click()", "Anggaran (menaik)"),
    ("next page", "", "part('next').click()", "Tampil 51"),
    ("search a name, with 150 ms of rest", "", "type('sukamaju barat')", "cocok"),
    ("search nothing again, with 150 ms", "", "type('')", " baris. Tampil"),
    ("filter a range", RANGE, SEND, "cocok"),
    ("group by province, sum", GROUP.replace("FIRST", "provinsi").replace("SECOND", ""), SEND, "kelompok"),
    ("group by kecamatan, kind", GROUP.replace("FIRST", "kode_kecamatan").replace("SECOND", "jenis"), SEND, "kelompok"),
    ("reset", "", "part('reset').click()", " baris. Tampil"),
)  # fmt: skip


def built(rows: int) -> Path:
    shutil.rmtree(WORK, ignore_errors=True)
    portals.write(villages.portal(rows), WORK)
    result = portals.build(WORK, output=WORK / "site", jobs=0)
    if result.files == 0:
        raise SystemExit("\n".join(str(finding) for finding in result.diagnostics))
    return WORK / "site"


def sizes(site: Path) -> None:
    files = sorted((site / TABLE / "kolom").glob("*.json"), key=lambda path: int(path.stem))
    own = (site / "data/desa/desa.csv").read_bytes()
    packed = [len(gzip.compress(path.read_bytes(), 6)) for path in files]
    print(f"CSV {len(own):,} B, gzip {len(gzip.compress(own, 6)):,} B")
    print(f"columns {sum(path.stat().st_size for path in files):,} B, gzip {sum(packed):,} B in {len(files)} files")
    print("each as gzip:", json.dumps(packed))


def slow(page: Any, times: float) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


def opened(page: Any, address: str) -> tuple[float, float]:
    """Milliseconds until the first rows are seen, and until the whole table can be used."""
    page.goto(address)
    page.wait_for_selector(".explore[aria-busy=false]", timeout=120_000)
    ready = page.evaluate("performance.now()")
    return page.evaluate("performance.getEntriesByType('paint').at(-1).startTime"), ready


def measured(browser: Any, home: str, slower: float) -> None:
    acts: dict[str, list[float]] = {}
    for _ in range(3):
        page = browser.new_page(viewport={"width": 412, "height": 915})
        slow(page, slower)
        seen, ready = opened(page, home + TABLE)
        acts.setdefault("first rows seen", []).append(seen)
        acts.setdefault("whole table ready", []).append(ready)
        for name, before, press, said in ACTS:
            script = TIMED.replace("BEFORE", before).replace("PRESS", press).replace("SAID", said)
            acts.setdefault(name, []).append(page.evaluate(script))
        page.close()
    for name, times in acts.items():
        print(f"{statistics.median(times):8.0f} ms  {name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=villages.ROWS)
    parser.add_argument("--slower", type=float, default=6, help="how many times slower the processor is made")
    given = parser.parse_args()
    from playwright.sync_api import sync_playwright

    site = built(given.rows)
    sizes(site)
    with serving(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        measured(browser, home, given.slower)
        browser.close()


if __name__ == "__main__":
    main()
