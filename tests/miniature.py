"""The smallest project that goes the whole way: two bundled tables, one mart, one memo.

It uses the loader, the macros, the report engine and the base template of the real project, so
that a test can break an input or kill a run in a few seconds.
"""

import shutil
from pathlib import Path

SHARED = (
    "ingest/*.py",
    "reports/*.py",
    "reports/charts/*.py",
    "reports/golden/*.py",
    "templates/*.*",
    "templates/parts/*",
    "dbt_project/*.yml",
    "dbt_project/tests/generic/*",
    "dbt_project/macros/generate_schema_name.sql",
    "dbt_project/macros/is_known.sql",
    "dbt_project/macros/typed_columns.sql",
)
PROVENANCE = "source_id,source_url,licence,evidence_class,known_from_date,known_from_basis"
FROM_ALPHA = "alpha_list,https://alpha.example/prices,MIT,reported"
FILES = {
    "ingest/bundled/prices.csv": f"""\
seller_id,model_id,valid_from_date,input_usd_per_mtok,is_open,{PROVENANCE}
alpha,one,2023-03-14,30,false,{FROM_ALPHA},2023-03-14,announced
alpha,one,2024-05-13,5.5,false,{FROM_ALPHA},2024-05-13,announced
beta,two,2024-02-01,12,true,{FROM_ALPHA},2024-02-03,first_seen
beta,two,2025-08-01,0.4,true,{FROM_ALPHA},2025-08-02,first_seen
""",
    "ingest/bundled/releases.csv": f"""\
model_id,release_date,{PROVENANCE}
one,2023-03-14,{FROM_ALPHA},2023-03-14,release
two,2024-02-01,{FROM_ALPHA},2024-02-01,release
""",
    "dbt_project/seeds/assumption_defaults.csv": """\
key,value,low,high
wacc,0.1,0.05,0.15
no_bounds,1,,
""",
    "dbt_project/seeds/source_names.csv": """\
source_id,source_name,publisher,source_url,licence
alpha_list,Price list of Alpha,Alpha,https://alpha.example/prices,MIT
""",
    "dbt_project/models/staging/bundled/stg_bundled__prices.sql": """\
with facts as (select {{ typed_columns("prices") }} from {{ source("bundled", "prices") }})
select * from facts where {{ is_known() }}
""",
    "dbt_project/models/staging/bundled/stg_bundled__releases.sql": """\
with facts as (select {{ typed_columns("releases") }} from {{ source("bundled", "releases") }})
select * from facts where {{ is_known() }}
""",
    "dbt_project/models/marts/model_prices.sql": """\
select
    prices.model_id,
    prices.input_usd_per_mtok,
    prices.valid_from_date,
    prices.source_id,
    prices.fact_id
from {{ ref("stg_bundled__prices") }} as prices
inner join {{ ref("stg_bundled__releases") }} as releases using (model_id)
""",
    "dbt_project/models/marts/data_sources.sql": "select * from {{ ref('source_names') }}\n",
    "reports/memos/__init__.py": '"""Memos."""\n',
    "reports/memos/miniature.py": '''\
"""One number."""

from reports.figures import Memo, Number

MEMO = Memo(
    id="miniature",
    letter="Z",
    title="A miniature",
    figures=[
        Number(
            "lowest",
            "lowest price",
            "usd_per_mtok",
            "M02",
            "marts.model_prices",
            "select min(input_usd_per_mtok) as value, 'reported' as evidence_class "
            "from marts.model_prices",
        ),
    ],
)
''',
    "templates/memos/miniature.html.j2": """\
{% extends "base.html.j2" %}
{% block content %}<h1>{{ memo.title }}</h1><p>The lowest price is {{ n.lowest }}.</p>
{% from "parts/appendix.html.j2" import appendix %}{{ appendix(evidence_lines, sources) }}
{% endblock %}
""",
}


PRICE_KEY = "seller_id, model_id, valid_from_date"
PRICE_COLUMNS = {
    "seller_id": "text, {required: true}",
    "model_id": "text, {required: true}",
    "valid_from_date": "date, {required: true, low: '2020-01-01', high: '2027-12-31'}",
    "input_usd_per_mtok": "decimal(18,6), {low: 0.001, high: 1000}",
    "is_open": "boolean",
}
RELEASE_COLUMNS = {"model_id": "text, {required: true}", "release_date": "date"}
MART_COLUMNS = {
    "model_id": "text",
    "input_usd_per_mtok": "decimal(18,6)",
    "valid_from_date": "date",
    "source_id": "text",
    "fact_id": "text",
}
SOURCE_COLUMNS = dict.fromkeys(
    ("source_id", "source_name", "publisher", "source_url", "licence"), "text"
)


def contract(name: str, key: str, columns: dict[str, str]) -> str:
    """The .yml beside a staging model of a bundled table; `columns` are name: type and meta."""
    words = {
        "known_from_date": "date",
        "known_from_basis": "text, {values: [announced, first_seen, release]}",
        "evidence_class": "text, {values: [reported, derived]}",
    }
    lines = [
        "sources:\n  - name: bundled\n    schema: raw\n    tables:",
        f"      - name: {name}\n        identifier: bundled__{name}",
        f"        description: Facts on {name}. One row per key.",
        f"        config: {{meta: {{key: [{key}]}}}}\n        columns:",
    ]
    for column, kind in {
        **columns,
        **{c: words.get(c, "text") for c in PROVENANCE.split(",")},
    }.items():
        data_type, _, meta = kind.partition(", {")
        lines.append(f"          - name: {column}\n            data_type: {data_type}")
        lines.append("            description: What it says.")
        lines += [f"            config: {{meta: {{{meta}}}"] if meta else []
    lines.append(
        f"models:\n  - name: stg_bundled__{name}\n    description: Typed. One row per key."
    )
    return "\n".join(lines) + "\n"


def described(kind: str, name: str, columns: dict[str, str], extra: str = "") -> str:
    """The .yml of a mart or a seed with a type and a description for each column."""
    lines = [
        f"{kind}:\n  - name: {name}\n    description: Things. One row per key.\n{extra}    columns:"
    ]
    for column, data_type in columns.items():
        lines.append(f"      - name: {column}\n        data_type: {data_type}")
        lines.append("        description: What it says.")
    return "\n".join(lines) + "\n"


def write_miniature(project: Path, target: Path) -> Path:
    """Write the miniature project into a folder; its engine is copied from the real one."""
    for pattern in SHARED:
        for path in project.glob(pattern):
            place = target / path.relative_to(project)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, place)
    for place, text in {**FILES, **_descriptions()}.items():
        (target / place).parent.mkdir(parents=True, exist_ok=True)
        (target / place).write_text(text, encoding="utf-8")
    return target


def _descriptions() -> dict[str, str]:
    staging, marts = "dbt_project/models/staging/bundled", "dbt_project/models/marts"
    seeds, key = "dbt_project/seeds", "    config: {meta: {key: [%s]}}\n"
    numbers = dict.fromkeys(("value", "low", "high"), "double")
    return {
        f"{staging}/stg_bundled__prices.yml": contract("prices", PRICE_KEY, PRICE_COLUMNS),
        f"{staging}/stg_bundled__releases.yml": contract("releases", "model_id", RELEASE_COLUMNS),
        f"{marts}/model_prices.yml": described("models", "model_prices", MART_COLUMNS),
        f"{marts}/data_sources.yml": described("models", "data_sources", SOURCE_COLUMNS),
        f"{seeds}/source_names.yml": described(
            "seeds", "source_names", SOURCE_COLUMNS, key % "source_id"
        ),
        f"{seeds}/assumption_defaults.yml": described(
            "seeds", "assumption_defaults", {"key": "text", **numbers}, key % "key"
        ),
    }
