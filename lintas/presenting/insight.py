"""Charts and profiles of a dataset as views."""

from __future__ import annotations

from lintas.foreign import as_is
from lintas.model import ChartFacts, ChartFile, ColumnProfile, Field, TableProfile
from lintas.presenting import chrome, embedding, exploring
from lintas.relate import Himpunan, Site, chart_anchor
from lintas.views.insight import Chart, Picture
from lintas.views.parts import Cell, Column, DataTable, FileItem
from lintas.views.tables import Bar, ColumnProfileItem, Frequent
from lintas.wording import Words

_NUMERIC = ("integer", "number")


def charts(site: Site, item: Himpunan, words: Words) -> tuple[Chart, ...]:
    return tuple(chart(site, item, each, words) for each in item.facts.charts)


def chart(site: Site, item: Himpunan, chart: ChartFacts, words: Words) -> Chart:
    view, folder = chart.view, f"{chrome.folder(words)}data/{item.dataset.slug}/grafik/"
    files = {file.name: file for file in chart.files}
    wide = files[f"{view.name}-lebar.svg"]
    address = embedding.of_chart(item.dataset.slug, view.name)
    start, _, end = chart.date.partition("/")
    columns = tuple(Column(title, numeric) for title, numeric in zip(chart.header, chart.numeric, strict=True))
    rows = tuple(tuple(Cell(cell or "") for cell in row) for row in chart.rows)
    shown = tuple((words[f"chart_{kind}"], files[f"{view.name}.{kind}"]) for kind in ("svg", "png", "json"))
    return Chart(
        id=chart_anchor(view.name),
        title=view.title,
        sentence=chart.sentence,
        alt=f"{view.title}. {chart.sentence}",
        unit=chart.unit,
        date=words.form.date_range(start, end),
        source=chart.source,
        wide=_picture(folder, wide),
        narrow=_picture(folder, files[f"{view.name}-sempit.svg"]),
        table=DataTable(words["chart_table_of"].format(title=view.title), columns, rows),
        table_label=words.counted("chart_table", len(rows)),
        files=tuple(
            FileItem(name, words["download_as"].format(title=view.title, format=name), folder + file.name,
                     words.form.file_size(file.bytes), file.sha256)
            for name, file in shown
        ),
        exploring=exploring.of(chart, folder),
        embed=embedding.embed(site, address, view.title, (wide.width, wide.height)),
    )  # fmt: skip


def _picture(folder: str, file: ChartFile) -> Picture:
    return Picture(folder + file.name, str(file.width), str(file.height))


def profiles(item: Himpunan, resource: str, words: Words) -> tuple[ColumnProfileItem, ...]:
    """The columns of a table as counted, in the order of the file."""
    found = next((profile for profile in item.facts.profiles if profile.resource == resource), None)
    fields = {f.name: f for r in item.dataset.resources if r.name == resource for f in r.fields}
    if found is None or not found.rows:
        return ()
    return tuple(_column(column, fields.get(column.name), found, words) for column in found.columns)


def _column(column: ColumnProfile, field: Field | None, table: TableProfile, words: Words) -> ColumnProfileItem:
    kind = field.type if field else ""
    filled = words.form.share(table.rows - column.missing, table.rows)
    if column.missing and filled.startswith("100"):
        filled = words.form.percent("99.9")
    present = table.rows - column.missing
    return ColumnProfileItem(
        name=column.name,
        title=(field.title if field else "") or column.name,
        type=words.get(f"type_{kind}", kind),
        unit=words.form.unit_name(field.unit) if field and field.unit else "",
        filled="100%" if not column.missing else filled,
        share=100 * present // table.rows,
        distinct=words["profile_unique"] if column.distinct == present > 1 else words.form.number(column.distinct),
        minimum=_value(column.minimum, kind, words),
        median=_value(column.median, kind, words),
        maximum=_value(column.maximum, kind, words),
        bars=_bars(column.bins),
        bars_label=_told(column, kind, words),
        frequent=tuple(
            Frequent(as_is(text, words), words.form.number(count), max(1, 100 * count // table.rows))
            for text, count in column.frequent
        ),
    )


def _value(text: str, kind: str, words: Words) -> str:
    if kind in _NUMERIC:
        return words.form.number(text)
    return words.form.short_date(text) if kind in ("date", "datetime") else text


def _bars(bins: tuple[int, ...]) -> tuple[Bar, ...]:
    """Bars side by side; a step that holds anything is at least two hundredths high, so that it is seen."""
    if not bins:
        return ()
    step, most = 100 / len(bins), max(bins)
    made = []
    for index, count in enumerate(bins):
        height = max(2.0, 100 * count / most) if count else 0.0
        made.append(Bar(f"{step * index:.2f}", f"{100 - height:.2f}", f"{step * 0.86:.2f}", f"{height:.2f}"))
    return tuple(made)


def _told(column: ColumnProfile, kind: str, words: Words) -> str:
    """The distribution for readers who do not see the bars: in which step most values lie."""
    if not column.bins:
        return ""
    most = column.bins.index(max(column.bins))
    return words["profile_bars"].format(
        n=words.form.number(column.bins[most]), total=words.form.number(sum(column.bins)),
        step=words.form.number(most + 1),
        steps=words.form.number(len(column.bins)),
        low=_value(column.minimum, kind, words), high=_value(column.maximum, kind, words),
    )  # fmt: skip
