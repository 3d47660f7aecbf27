"""The schema is sound, describes every key, takes its own examples and what other YAML readers make of a file."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema_rs import Draft202012Validator, meta

from claimcheck.claimsfile import schema_text, starter_text

SCHEMA: dict[str, Any] = json.loads(schema_text())
_OF_SUBSCHEMAS = ("properties", "patternProperties", "$defs", "dependentSchemas")


def _subschemas(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield path, schema
        for keyword, value in schema.items():
            if keyword in _OF_SUBSCHEMAS:
                for name, inner in value.items():
                    yield from _subschemas(inner, f"{path}/{keyword}/{name}")
            elif keyword in {"if", "then", "else", "items", "additionalProperties", "propertyNames", "not"}:
                yield from _subschemas(value, f"{path}/{keyword}")
            elif keyword in {"oneOf", "anyOf", "allOf"}:
                for n, inner in enumerate(value):
                    yield from _subschemas(inner, f"{path}/{keyword}/{n}")


ALL = dict(_subschemas(SCHEMA))
KEYS = [
    (path, schema)
    for path, schema in ALL.items()
    if "/properties/" in path and path.rpartition("/")[0].endswith("properties") and "dependentSchemas" not in path
]


def test_the_schema_is_a_schema() -> None:
    assert meta.is_valid(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_knows_every_key_of_the_format() -> None:
    assert set(SCHEMA["properties"]) == set(
        "version article language defaults bibliography sources aliases claims".split()  # noqa: SIM905 - as in the manual
    )
    assert set(SCHEMA["$defs"]["claim"]["properties"]) == set(
        "id claim source sources require expect quote trans_quote language locator severity tags notes recheck_after "  # noqa: SIM905
        "ignore".split()
    )
    assert set(SCHEMA["$defs"]["source_with_keys"]["properties"]) == set(
        "url file cite title author publisher issued accessed archive_url archive_date url_status language media_type "  # noqa: SIM905
        "headers_from".split()
    )
    assert set(SCHEMA["$defs"]["expectation"]["properties"]) == set(
        "value range date entity text media_type unit op tolerance".split()  # noqa: SIM905
    )


@pytest.mark.parametrize("schema", [schema for _, schema in KEYS], ids=[path for path, _ in KEYS])
def test_every_key_has_a_title_and_a_description(schema: dict[str, Any]) -> None:
    assert schema["title"]
    assert schema["description"].endswith(".")


@pytest.mark.parametrize("path", [path for path, schema in ALL.items() if "examples" in schema])
def test_every_example_is_valid(path: str) -> None:
    pointed = {"$schema": SCHEMA["$schema"], "$defs": SCHEMA["$defs"], **ALL[path]}
    for example in ALL[path]["examples"]:
        Draft202012Validator(pointed).validate(example)


@pytest.mark.parametrize("path", [path for path, schema in ALL.items() if "pattern" in schema and "type" in schema])
def test_every_pattern_says_what_it_wants(path: str) -> None:
    assert ALL[path]["patternErrorMessage"]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.BaseLoader], ids=["typed", "text"])
def test_other_yaml_readers_find_the_starter_valid(loader: type) -> None:
    read = yaml.load(starter_text(), Loader=loader)  # noqa: S506 - both loaders are safe
    loaded = json.loads(json.dumps(read, default=str))
    Draft202012Validator(SCHEMA).validate(loaded)


@pytest.mark.parametrize(
    "claim",
    [
        {"claim": 3000, "source": 3},
        {"claim": "a b", "source": "s", "require": 2, "tags": [2023, True], "notes": False},
        {"claim": "a b", "source": {"url": "s", "issued": 2022, "title": 1984}, "locator": {"page": 3}},
        {"claim": "a b", "source": "s", "expect": {"value": 3, "op": "=", "tolerance": 0.5}, "recheck_after": 2026},
        {"claim": "a b", "source": "s", "expect": [{"range": [1.32, 2]}, {"date": 2023}], "language": False},
    ],
)
def test_numbers_and_truth_values_are_taken_where_people_write_them(claim: dict[str, Any]) -> None:
    Draft202012Validator(SCHEMA).validate({"version": 1, "claims": [claim]})
