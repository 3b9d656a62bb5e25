"""A dataset in another language: every text that a reader sees, translated or marked as foreign (pure)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lintas.foreign import mark
from lintas.model import Dataset, Field, Resource, Terjemahan, View

Say = Callable[[str, str], str]  # (key, original) → text


def text_of(given: tuple[Terjemahan, ...], language: str, key: str, original: str) -> str:
    """The translation of one text, or the original marked as foreign."""
    texts = next((dict(each.texts) for each in given if each.language == language), {})
    return texts.get(key) or mark(original)


def translated_dataset(dataset: Dataset, language: str, *, marked: bool = True) -> Dataset:
    """`marked`: texts without a translation say that they are foreign, as pages need it and pictures do not."""
    texts = next((dict(each.texts) for each in dataset.translations if each.language == language), {})

    def say(key: str, original: str) -> str:
        return texts.get(key) or (mark(original) if marked else original)

    return replace(
        dataset,
        title=say("title", dataset.title),
        description=say("description", dataset.description),
        keywords=tuple(say(f"keywords.{n}", word) for n, word in enumerate(dataset.keywords)),
        notes=tuple(say(f"x-catatan.{n}", note) for n, note in enumerate(dataset.notes)),
        sources=tuple(replace(link, title=say("", link.title)) for link in dataset.sources),
        contributors=tuple(replace(each, title=say("", each.title)) for each in dataset.contributors),
        resources=tuple(_resource(resource, say) for resource in dataset.resources),
        views=tuple(view_in(view, say) for view in dataset.views),
        rules=tuple(replace(rule, label=say("", rule.label)) for rule in dataset.rules),
        waivers=tuple(replace(each, reason=say("", each.reason), role=say("", each.role)) for each in dataset.waivers),
    )


def view_in(view: View, say: Say) -> View:
    return replace(view, title=say(f"views.{view.name}.title", view.title))


def _resource(resource: Resource, say: Say) -> Resource:
    key = f"resources.{resource.name}."
    return replace(
        resource,
        title=say(f"{key}title", resource.title),
        description=say(f"{key}description", resource.description),
        fields=tuple(_field(field, resource.name, say) for field in resource.fields),
    )


def _field(field: Field, table: str, say: Say) -> Field:
    """A translation for this table goes before one for all fields of that name."""

    def own(key: str, original: str) -> str:
        known = say(f"resources.{table}.fields.{field.name}.{key}", "")
        return known or say(f"fields.{field.name}.{key}", original)

    return replace(
        field,
        title=own("title", field.title) if field.title != field.name else field.title,
        description=own("description", field.description),
        concept=own("x-konsep", field.concept),
    )


def lacking(dataset: Dataset, language: str) -> tuple[str, ...]:
    """Keys of the texts that have no translation, in the order of the descriptor."""
    texts = next((dict(each.texts) for each in dataset.translations if each.language == language), {})
    wanted: dict[str, str] = {"title": dataset.title, "description": dataset.description}
    wanted |= {f"x-catatan.{n}": note for n, note in enumerate(dataset.notes)}
    for resource in dataset.resources:
        wanted[f"resources.{resource.name}.title"] = resource.title
        wanted[f"resources.{resource.name}.description"] = resource.description
        for field in resource.fields:
            for key, said in (("title", field.title), ("description", field.description)):
                if f"resources.{resource.name}.fields.{field.name}.{key}" not in texts and said != field.name:
                    wanted[f"fields.{field.name}.{key}"] = said
    wanted |= {f"views.{view.name}.title": view.title for view in dataset.views}
    return tuple(key for key, original in wanted.items() if original and key not in texts)
