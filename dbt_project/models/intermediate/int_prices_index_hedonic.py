"""M07: price indices that hold quality constant by regression on features.

Python because a regression with any number of features is no plain SQL. Sums are exact (fsum), so
the order of rows does not matter and every build gives the same digits.

Time dummy: ln price = a + period effect + features; the period effects are fitted by taking period
means out of every column first, which is the same regression with as many columns as features.
Double imputation: each period is fitted by itself; a link compares both fits at the mean features.
Sources: Silver and Heravi, IMF WP/06/181, 2006; de Haan and Krsinich, JBES 32:3, 2014.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

# period, price, weight, features
Row = tuple[Any, float | None, float | None, Sequence[float | None]]
# log price, weight, features of the rows of each period
Groups = dict[Any, list[tuple[float, float, list[float]]]]
KINDS = ("time_dummy", "imputation")
SINGULAR_BELOW = 1e-10  # share of a column's length left after the other columns are taken out


def least_squares(
    rows: list[list[float]], weights: list[float], values: list[float]
) -> list[float] | None:
    """Coefficients of values on the columns of rows, or None if the columns are not independent.

    Columns are made orthogonal one after the other (modified Gram-Schmidt), which keeps digits that
    normal equations lose.
    """
    roots = [math.sqrt(weight) for weight in weights]
    columns = [_product(roots, column) for column in zip(*rows, strict=True)]
    rest = _product(roots, values)
    lengths = [_dot(column, column) for column in columns]
    count, triangle, targets = len(columns), {}, []
    for place, column in enumerate(columns):
        length = _dot(column, column)
        if length <= SINGULAR_BELOW**2 * lengths[place] or length == 0 or len(rest) < count:
            return None
        for other in range(place + 1, count):
            triangle[place, other] = _dot(column, columns[other]) / length
            columns[other] = _without(columns[other], column, triangle[place, other])
        targets.append(_dot(column, rest) / length)
        rest = _without(rest, column, targets[-1])
    found = [0.0] * count
    for place in reversed(range(count)):
        later = (triangle[place, other] * found[other] for other in range(place + 1, count))
        found[place] = targets[place] - math.fsum(later)
    return found


def hedonic_index(rows: Iterable[Row], kind: str) -> dict[str, Any]:
    """Index of one case, 100 in its first period.

    Args:
        rows: tuples (period, price, weight, features); periods sort in order of time. Rows without
            a price above 0, a weight above 0 or one of the features are left out.
        kind: time_dummy or imputation.

    Returns:
        {"index": {period: index} or None, "beta": coefficients in order of features (None for
        imputation), "n": rows used, "counts": {period: rows used}, "flag": None, "no_data" or
        "singular"}.
    """
    used = [row for row in rows if _is_usable(row)]
    groups = defaultdict(list)
    for period, price, weight, features in used:
        groups[period].append((math.log(price), weight, [float(x) for x in features]))
    groups = {period: groups[period] for period in sorted(groups)}
    counts = {period: len(group) for period, group in groups.items()}
    answer = {"index": None, "beta": None, "n": len(used), "counts": counts, "flag": "no_data"}
    if not used:
        return answer
    fitted = _time_dummy(groups) if kind == "time_dummy" else _imputation(groups)
    if fitted is None:
        return {**answer, "flag": "singular"}
    logs, beta = fitted
    index = {period: 100 * math.exp(value) for period, value in zip(groups, logs, strict=True)}
    return {**answer, "index": index, "beta": beta, "flag": None}


def _time_dummy(groups: Groups) -> tuple[list[float], list[float]] | None:
    """Log index of each period and the coefficients of the features, or None if singular."""
    means = [_means(group) for group in groups.values()]
    rows, raw, weights, values = [], [], [], []
    for group, (mean_log, mean_features) in zip(groups.values(), means, strict=True):
        for log_price, weight, features in group:
            rows.append([x - mean for x, mean in zip(features, mean_features, strict=True)])
            raw.append(features)
            weights.append(weight)
            values.append(log_price - mean_log)
    if not raw[0]:
        beta = []
    elif _is_flat(rows, raw):
        return None
    else:
        beta = least_squares(rows, weights, values)
    if beta is None:
        return None
    levels = [mean_log - _dot(beta, features) for mean_log, features in means]
    return [level - levels[0] for level in levels], beta


def _imputation(groups: Groups) -> tuple[list[float], None] | None:
    """Log index of each period from fits of single periods, or None if one is singular."""
    logs, before = [], None
    for group in groups.values():
        rows = [[1.0, *features] for _, _, features in group]
        fit = least_squares(rows, [item[1] for item in group], [item[0] for item in group])
        if fit is None:
            return None
        means = [1.0, *_means(group)[1]]
        if before is None:
            logs.append(0.0)
        else:
            at = [(first + second) / 2 for first, second in zip(before[1], means, strict=True)]
            change = [new - old for old, new in zip(before[0], fit, strict=True)]
            logs.append(logs[-1] + _dot(change, at))
        before = (fit, means)
    return logs, None


def _is_usable(row: Row) -> bool:
    """True if price and weight are above 0 and no feature is missing."""
    _, price, weight, features = row
    is_priced = price is not None and price > 0 and weight is not None and weight > 0
    return is_priced and all(x is not None for x in features)


def _is_flat(rows: list[list[float]], raw: list[list[float]]) -> bool:
    """True if a feature does not vary within any period, whatever rounding leaves of it."""
    pairs = zip(zip(*rows, strict=True), zip(*raw, strict=True), strict=True)
    return any(
        _dot(column, column) <= SINGULAR_BELOW**2 * _dot(values, values) for column, values in pairs
    )


def _means(group: list[tuple[float, float, list[float]]]) -> tuple[float, list[float]]:
    """Weighted mean of the log prices, and of each feature."""
    total = math.fsum(weight for _, weight, _ in group)
    mean_log = math.fsum(weight * log_price for log_price, weight, _ in group) / total
    columns = zip(*(features for _, _, features in group), strict=True)
    weights = [weight for _, weight, _ in group]
    return mean_log, [_dot(weights, column) / total for column in columns]


def _dot(first: Iterable[float], second: Iterable[float]) -> float:
    return math.fsum(a * b for a, b in zip(first, second, strict=True))


def _product(first: Iterable[float], second: Iterable[float]) -> list[float]:
    return [a * b for a, b in zip(first, second, strict=True)]


def _without(column: list[float], other: list[float], factor: float) -> list[float]:
    return [a - factor * b for a, b in zip(column, other, strict=True)]


def model(dbt: Any, session: Any) -> Any:
    """Both indices of every case, with their coefficients.

    Reads int_prices_index_panel: case_id, period, price_usd, weight, and any number of columns
    feature_<name>. A feature that does not vary within a case is dropped from it.

    Returns:
        Grain: case, kind, and period or feature. Columns: case_id, kind, term_kind (period |
        feature), term (the period as text, or the feature), value (index, 100 in the first period;
        or coefficient), points_count (rows of the period; of the case for a feature), flag.
    """
    dbt.config(materialized="table")
    panel = dbt.ref("int_prices_index_panel")
    features = [name for name in panel.columns if name.startswith("feature_")]
    named = ", ".join(["case_id", "period", "price_usd", "weight", *features])
    cases = defaultdict(list)
    for case_id, period, price, weight, *values in panel.project(named).fetchall():
        numbers = [None if value is None else float(value) for value in values]
        cases[case_id].append((period, _number(price), _number(weight), numbers))
    lines = [
        line for case_id in sorted(cases) for line in _lines(case_id, cases[case_id], features)
    ]
    session.execute(
        "create or replace temp table hedonic_terms (case_id text, kind text, term_kind text,"
        " term text, value double, points_count integer, flag text)"
    )
    if lines:
        session.executemany("insert into hedonic_terms values (?, ?, ?, ?, ?, ?, ?)", lines)
    return session.table("hedonic_terms")


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _lines(case_id: str, rows: list[Row], features: list[str]) -> Iterator[tuple]:
    """Rows of the answer of one case."""
    usable = [row for row in rows if _is_usable(row)]
    kept = [place for place in range(len(features)) if len({row[3][place] for row in usable}) > 1]
    chosen = [(*row[:3], [row[3][place] for place in kept]) for row in rows]
    for kind in KINDS:
        answer = hedonic_index(chosen, kind)
        for period, count in answer["counts"].items():
            value = None if answer["index"] is None else answer["index"][period]
            yield case_id, kind, "period", str(period), value, count, answer["flag"]
        for place, beta in zip(kept, answer["beta"] or [], strict=False):
            yield case_id, kind, "feature", features[place], beta, answer["n"], answer["flag"]
