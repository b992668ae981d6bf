"""Polars as an expert uses it: rows sorted by start, categories, numpy for ranks, two threads."""

import os

os.environ["POLARS_MAX_THREADS"] = "2"

import numpy as np
import polars as pl
from polars import col

from peer import serve

D = {}


def load(folder, names):
    schema = {
        "id": pl.Int32, "start": pl.Date, "end": pl.Date, "title": pl.String, "place": pl.String,
        "country": pl.String, "people": pl.Int32, "topic": pl.String, "unit": pl.Int32,
    }
    categories = [col(x).cast(pl.Categorical) for x in ("place", "country", "topic")]
    events = pl.read_csv(f"{folder}/events.csv", schema=schema).rename({"end": "fin"})
    D["e"] = events.with_columns(*categories).sort("start")
    D["u"] = pl.read_csv(
        f"{folder}/units.csv",
        schema={"id": pl.Int32, "parent": pl.Int32, "name": pl.String, "kind": pl.String},
    )
    D["q"] = pl.read_csv(
        f"{folder}/periods.csv", schema={"qid": pl.Int32, "qs": pl.Date, "qe": pl.Date}
    )


def day(text):
    return pl.lit(text).str.to_date()


def lazy():
    return D["e"].lazy()


def w6():
    starts = np.sort(D["e"]["start"].drop_nulls().to_physical().to_numpy())
    ends = np.sort(D["e"]["fin"].drop_nulls().to_physical().to_numpy())
    last, first = (D["q"][x].to_physical().to_numpy() for x in ("qe", "qs"))
    k = np.searchsorted(starts, last, "right") - np.searchsorted(ends, first, "left")
    k = k[k > 0]
    return [(len(k), k.sum(), k.max())]


def w6m():
    pairs = D["q"].lazy().join_where(lazy(), col.start <= col.qe, col.fin >= col.qs)
    most = pairs.group_by("qid").agg(col.people.max())
    return most.select(col.people.cast(pl.Int64).sum(), pl.len()).collect().rows()


def w7():
    up = lazy().select(col.start.alias("d"), pl.lit(1).alias("x")).drop_nulls()
    down = lazy().select(col.fin.dt.offset_by("1d").alias("d"), pl.lit(-1).alias("x")).drop_nulls()
    steps = pl.concat([up, down]).group_by("d").agg(col.x.sum()).sort("d")
    heights = steps.select("d", col.x.cum_sum().alias("k"))
    return heights.sort(["k", "d"], descending=[True, False]).limit(1).collect().rows()


def w8():
    rows = lazy().select("country", "start", "fin").drop_nulls().sort("country", "start")
    rows = rows.with_columns(col.fin.cum_max().over("country").shift(1).over("country").alias("m"))
    gaps = rows.with_columns((col.start - col.m).dt.total_days().alias("g")).filter(col.g > 1)
    longest = gaps.group_by(col.country.cast(pl.String)).agg(col.g.max())
    return longest.sort("country").collect().rows()


def w12():
    rows = lazy().select("country", col.start.dt.year().alias("y"), col.people.cast(pl.Int64))
    sums = rows.drop_nulls().group_by("country", "y").agg(col.people.sum())
    sums = sums.with_columns(col.country.cast(pl.String)).sort("country", "y")
    return sums.with_columns(col.people.cum_sum().over("country")).collect().rows


WORKLOADS = {
    "W1": lambda: lazy()
    .filter(col.start.is_between(day("1789-05-05"), day("1799-11-09")))
    .select(pl.len()).collect().rows(),
    "W2": lambda: lazy()
    .filter((col.people > 100000) & (col.topic == "révolution"))
    .select("id", "people").sort(["people", "id"], descending=[True, False])
    .limit(10).collect().rows(),
    "W3": lambda: lazy()
    .filter(col.start.is_not_null())
    .group_by((col.start.dt.year() // 10 * 10).alias("d"))
    .agg(col.people.cast(pl.Int64).sum()).sort("d").collect().rows(),
    "W4": lambda: lazy()
    .filter(col.country.is_not_null()).group_by("country").len()
    .with_columns(col.country.cast(pl.String))
    .sort(["len", "country"], descending=[True, False]).limit(10).collect().rows(),
    "W6": w6, "W6m": w6m, "W7": w7, "W8": w8, "W12": w12,
}

if __name__ == "__main__":
    serve(load, WORKLOADS)
