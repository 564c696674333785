"""Contracts are read from the descriptions that dbt reads as well."""

from pathlib import Path

import pytest

from ingest.contracts import Column, read_contracts
from ingest.source import SourceError
from tests.miniature import write_miniature

STAGING = "dbt_project/models/staging/bundled"


@pytest.fixture
def small(tmp_path: Path, project: Path) -> Path:
    """A miniature project of the test's own."""
    return write_miniature(project, tmp_path)


def test_contracts_come_in_order_with_keys_and_files(small: Path) -> None:
    contracts = read_contracts(small)
    assert [(contract.kind, contract.table) for contract in contracts] == [
        ("bundled", "prices"),
        ("bundled", "releases"),
        ("seed", "assumption_defaults"),
        ("seed", "source_names"),
    ]
    prices = contracts[0]
    assert prices.key == ("seller_id", "model_id", "valid_from_date")
    assert prices.raw_table == "bundled__prices"
    assert prices.file == small / "ingest/bundled/prices.csv"


def test_a_column_knows_its_type_bounds_and_words(small: Path) -> None:
    columns = {column.name: column for column in read_contracts(small)[0].columns}
    assert columns["seller_id"] == Column("seller_id", "text", required=True)
    assert columns["input_usd_per_mtok"].low == 0.001
    assert columns["input_usd_per_mtok"].high == 1000
    assert columns["known_from_basis"].values == ("announced", "first_seen", "release")


def test_bare_truth_values_in_yaml_are_words(small: Path) -> None:
    path = small / STAGING / "stg_bundled__prices.yml"
    text = path.read_text()
    path.write_text(
        text.replace(
            "values: [reported, derived]", "values: [true, reported], when: {is_open: [true]}"
        )
    )
    columns = {column.name: column for column in read_contracts(small)[0].columns}
    assert columns["evidence_class"].values == ("true", "reported")
    assert columns["evidence_class"].when == (("is_open", ("true",)),)


def test_a_contract_without_a_file_is_an_error(small: Path) -> None:
    (small / "ingest/bundled/releases.csv").unlink()
    with pytest.raises(
        SourceError, match=r"expected the file ingest/bundled/releases\.csv, found none"
    ):
        read_contracts(small)


def test_a_file_without_a_contract_is_an_error(small: Path) -> None:
    (small / "ingest/bundled/new.csv").write_text("a\n1\n")
    with pytest.raises(SourceError, match=r"ingest/bundled/new\.csv: expected a contract"):
        read_contracts(small)


def test_broken_yaml_names_its_file_in_one_line(small: Path) -> None:
    (small / STAGING / "stg_bundled__prices.yml").write_text("sources: [\n")
    with pytest.raises(SourceError, match=r"stg_bundled__prices\.yml: expected YAML") as caught:
        read_contracts(small)
    assert "\n" not in str(caught.value)


def test_every_bundled_table_of_the_project_has_a_contract_with_a_key(project: Path) -> None:
    contracts = read_contracts(project)
    assert len(contracts) > 10
    assert [contract.table for contract in contracts if not contract.key] == []
