"""More price observations of the same kind as the bundled ones, for measuring.

Every seller gets copies that sell the same names at prices a few percent apart. Nothing is random:
the same factor gives the same rows.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from reports.errors import RunError

PRICES = "ingest/bundled/llm_prices.csv"
MAPPING = "dbt_project/models/intermediate/int_prices_mapped.sql"
PRICE_COLUMNS = ("input_usd_per_mtok", "output_usd_per_mtok", "cached_input_usd_per_mtok")
SEPARATOR = "~"  # stands in no id of a seller
STEP, SPREAD = 7919, 1000  # a prime, so that prices of neighbours are not alike; up to 10 % below


def multiply_prices(copy: Path, factor: int) -> None:
    """Write the bundled prices of a copy of the project `factor` times, sellers renamed.

    Raises:
        RunError: the model that maps names to models has no place for copied sellers.
    """
    source = copy / PRICES
    with source.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        names = list(reader.fieldnames or [])
        rows = [row for row in reader if SEPARATOR not in row["seller_id"]]
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        for number in range(factor):
            writer.writerows(copied_rows(rows, number))
    _map_copies(copy / MAPPING)


def copied_rows(rows: list[dict[str, str]], number: int) -> Iterator[dict[str, str]]:
    """One copy of all rows; number 0 is the rows themselves. No price rises above its original."""
    for place, row in enumerate(rows):
        if number == 0:
            yield row
            continue
        share = 1 - (number * STEP + place * STEP) % SPREAD / SPREAD / 10
        prices = {name: f"{float(row[name]) * share:.6f}" for name in PRICE_COLUMNS if row[name]}
        yield {**row, **prices, "seller_id": f"{row['seller_id']}{SEPARATOR}{number}"}


def _map_copies(path: Path) -> None:
    """Let a copied seller's names mean the models of the seller it copies."""
    text = path.read_text(encoding="utf-8")
    own, copied = "on prices.seller_id =", f"on split_part(prices.seller_id, '{SEPARATOR}', 1) ="
    if own not in text and copied not in text:
        raise RunError(f"{MAPPING}: expected a join {own!r}, found none; change reports/bench_data")
    path.write_text(text.replace(own, copied), encoding="utf-8")
