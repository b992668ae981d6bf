"""The goals: how Frise's time relates to a peer's, at most, asked for the first time and again.

`first` includes every index that is built on demand. A peer's name may end in `:typed`: its query
without the expert's preparation.
"""

from typing import NamedTuple


class Goal(NamedTuple):
    """A ratio that Frise's time divided by the peer's is not to exceed."""

    peer: str
    ratio: float


# By workload: the goal of the first run (or None), and those of the ones after it.
GOALS = {
    "W1": (None, Goal("sqlite", 0.5)),
    "W2": (None, Goal("polars", 0.7)),
    "W3": (None, Goal("duckdb", 0.4)),
    "W4": (None, Goal("duckdb", 0.4)),
    "W5": (Goal("clickhouse:typed", 0.35), Goal("duckdb", 1.0)),
    "W6": (Goal("duckdb", 0.3), Goal("sqlite", 0.2)),
    "W6m": (Goal("polars", 0.4), Goal("polars", 0.08)),
    "W7": (Goal("numpy", 0.4), Goal("numpy", 0.4)),
    "W8": (Goal("clickhouse", 0.6), Goal("clickhouse", 0.06)),
    "W9a": (Goal("duckdb", 0.8), Goal("duckdb", 0.1)),
    "W9b": (Goal("duckdb", 0.5), Goal("duckdb", 0.2)),
    "W10": (None, Goal("sqlite", 1.0), Goal("duckdb:typed", 0.05)),
    "W11": (Goal("duckdb", 0.8), Goal("duckdb", 0.2)),
    "W12": (None, Goal("duckdb", 0.4)),
}
