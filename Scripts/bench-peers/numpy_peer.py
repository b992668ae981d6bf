"""numpy and pandas, one thread: pandas for the table, numpy where an expert would reach for it."""

import numpy as np
import pandas as pd

from peer import serve

D = {}


def load(folder, names):
    e = pd.read_csv(f"{folder}/events.csv", engine="pyarrow", dtype_backend="pyarrow")
    e = e.rename(columns={"end": "fin"})
    for k in ("start", "fin"):
        e[k] = pd.to_datetime(e[k]).astype("datetime64[s]")
    for k in ("place", "country", "topic"):
        e[k] = e[k].astype("category")
    e["people"] = e["people"].astype("float64")
    D["e"] = e
    D["u"] = pd.read_csv(f"{folder}/units.csv", engine="pyarrow")
    D["q"] = pd.read_csv(f"{folder}/periods.csv", parse_dates=["qs", "qe"])


def day(s):
    return s.dropna().values.astype("datetime64[D]").astype(np.int64)


def w2():
    e = D["e"]
    rows = e[(e.people > 100000) & (e.topic == "révolution")]
    rows = rows.sort_values(["people", "id"], ascending=[False, True]).head(10)
    return list(zip(rows.id, rows.people))


def w4():
    r = D["e"].country.value_counts().reset_index()
    r["country"] = r.country.astype(str)
    return list(r.sort_values(["count", "country"], ascending=[False, True]).head(10).values)


def w6():
    e, q = D["e"], D["q"]
    s, f = np.sort(day(e.start)), np.sort(day(e.fin))
    k = np.searchsorted(s, day(q.qe), "right") - np.searchsorted(f, day(q.qs), "left")
    k = k[k > 0]
    return [(len(k), k.sum(), k.max())]


def w7():
    s, f = day(D["e"].start), day(D["e"].fin) + 1
    low = min(s.min(), f.min())
    n = max(s.max(), f.max()) - low + 1
    k = np.cumsum(np.bincount(s - low, minlength=n) - np.bincount(f - low, minlength=n))
    i = k.argmax()
    return [(str(np.datetime64(int(i + low), "D")), int(k[i]))]


def w8():
    e = D["e"][["country", "start", "fin"]].dropna().sort_values(["country", "start"])
    reached = e.groupby("country", observed=True).fin.cummax()
    m = reached.groupby(e.country, observed=True).shift(1)
    g = (e.start - m).dt.days
    g = g[g > 1].groupby(e.country, observed=True).max().dropna()
    return sorted((str(k), int(v)) for k, v in g.items())


def w12():
    e = D["e"]
    t = pd.DataFrame({"c": e.country, "y": e.start.dt.year, "p": e.people}).dropna()
    g = t.groupby(["c", "y"], observed=True).p.sum().reset_index()
    g["c"] = g.c.astype(str)
    g = g.sort_values(["c", "y"])
    g["p"] = g.groupby("c").p.cumsum()
    return lambda: list(g.values)


def w3():
    e = D["e"]
    return list(e.people.groupby(e.start.dt.year // 10 * 10).sum().items())


WORKLOADS = {
    "W1": lambda: [
        [((D["e"].start >= "1789-05-05") & (D["e"].start <= "1799-11-09")).sum()]
    ],
    "W2": w2, "W3": w3, "W4": w4, "W6": w6, "W7": w7, "W8": w8, "W12": w12,
}

if __name__ == "__main__":
    serve(load, WORKLOADS)
