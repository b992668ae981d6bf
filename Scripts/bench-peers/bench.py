"""Asks Frise and its peers the same questions about the same rows, in turn, and prints the ratios.

    python bench.py BENCH FOLDER [--rows N] [--units N] [--only W6,W7] [--peers duckdb,numpy]

Each peer runs in a process of its own, which answers one question at a time: `peer.py`.
"""

import argparse
import datetime
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time

from goals import GOALS

HERE = os.path.dirname(os.path.abspath(__file__))

# A workload is asked no more once it has taken so long.
SECONDS_MAX = 20

# What must be there for a peer to run.
MODULES = {
    "duckdb": ["duckdb", "pyarrow"],
    "sqlite": ["sqlite3"],
    "polars": ["polars", "numpy", "pyarrow"],
    "numpy": ["numpy", "pandas", "pyarrow"],
    "clickhouse": ["chdb"],
}


def decade(cell):
    """The first year of a decade as Frise writes it: 179X is 1790."""
    return cell[:-1] + "0" if cell.endswith("X") else cell


def days_across(cell):
    """The days from the eve of an interval to the day after it: the peers subtract those."""
    first, last = (datetime.date.fromisoformat(day) for day in (cell.split("/") * 2)[:2])
    return str((last - first).days + 2)


# Frise's rows in the peers' form, where the two differ.
FORMS = {
    "W3": lambda rows: [[decade(row[0]), row[1]] for row in rows if row[0] != "not placed"],
    "W8": lambda rows: sorted([row[0], days_across(row[1])] for row in rows),
    # The peers order units by their number.
    "W9b": lambda rows: sorted(rows, key=lambda row: int(row[0])),
    # Frise sorts countries as a dictionary does, the peers by code point.
    "W12": lambda rows: sorted(rows, key=lambda row: (row[0], int(row[1]))),
}


class Frise:
    """The engine, served by `frise-bench`."""

    def __init__(self, bench, folder, rows, units):
        self.process = subprocess.Popen(
            [bench, "--serve", folder, str(rows), str(units)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )
        if self.process.stdout.readline().strip() != "ready":
            sys.exit("the rows could not be written")

    def ask(self, turn, name):
        self.process.stdin.write(f"{turn} {name}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"frise-bench ended at {name}")
        milliseconds, answer = line.rstrip("\n").split("\t", 1)
        rows = [row.split("\x1f") for row in answer.split("\x1e")] if answer else []
        try:
            rows = FORMS.get(name, lambda rows: rows)(rows)
        except (ValueError, IndexError):
            pass  # No such rows: they are shown as they are when they differ.
        return float(milliseconds), rows


class Peer:
    """A peer in its own process."""

    def __init__(self, name, folder, workloads):
        self.process = subprocess.Popen(
            [sys.executable, f"{HERE}/{name}_peer.py", folder, ",".join(workloads)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )

    def is_loaded(self):
        return self.process.stdout.readline().strip() == "ready"

    def ask(self, name):
        """Milliseconds and rows, or None when the peer has no such question."""
        self.process.stdin.write(name + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        return json.loads(line) if line else None


def arguments():
    parser = argparse.ArgumentParser(prog="Scripts/bench")
    number = lambda text: int(float(text.replace("_", "")))
    parser.add_argument("--rows", type=number, default=1_000_000, help="events (1e6)")
    parser.add_argument("--units", type=number, default=100_000, help="units (1e5)")
    parser.add_argument("--only", default=",".join(GOALS), help="workloads, by commas")
    parser.add_argument("--peers", default=",".join(MODULES), help="peers, by commas")
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("bench")
    parser.add_argument("folder")
    chosen = parser.parse_args()
    chosen.only, chosen.peers = chosen.only.split(","), chosen.peers.split(",")
    for name in chosen.only:
        if name not in GOALS:
            parser.error(f"no workload {name}: {', '.join(GOALS)}")
    for name in chosen.peers:
        if name not in MODULES:
            parser.error(f"no peer {name}: {', '.join(MODULES)}")
    return chosen


def contestants(chosen, folder):
    """The peers that can be had, loading all at once."""
    peers = {}
    for name in chosen.peers:
        lacking = [m for m in MODULES[name] if importlib.util.find_spec(m) is None]
        if lacking:
            print(f"{name} is absent: no {', '.join(lacking)} from Python's registry")
        else:
            peers[name] = Peer(name, folder, chosen.only)
    for name in list(peers):
        if not peers[name].is_loaded():
            print(f"{name} is absent: it could not load the rows")
            del peers[name]
    return peers


def measure(frise, peers, name, rounds):
    """Median milliseconds of each contestant, and those whose answer differs from Frise's."""
    again, first = [], []
    asked = {peer: [] for peer in peers}
    for goal in GOALS[name]:
        if goal and ":" in goal.peer and goal.peer.split(":")[0] in peers:
            asked[goal.peer] = []
    differing = {}
    begun = time.monotonic()
    for turn in range(rounds + 1):
        if turn > 2 and time.monotonic() - begun > SECONDS_MAX:
            break
        milliseconds, answer = frise.ask("again", name)
        if turn > 0:
            again.append(milliseconds)
        for peer, times in asked.items():
            # A slow peer is asked less often.
            if times and statistics.median(times) * len(times) > 4000:
                continue
            base, _, variant = peer.partition(":")
            reply = peers[base].ask(f"{name}:{variant}" if variant else name)
            if reply is None:
                continue
            if turn > 0 or reply[0] > 2000:
                times.append(reply[0])
            if reply[1] != answer:
                differing[peer] = (answer[:3], reply[1][:3])
        if turn % 2 == 1:
            milliseconds, fresh = frise.ask("first", name)
            first.append(milliseconds)
            if fresh != answer:
                differing["Frise itself"] = (answer[:3], fresh[:3])
    medians = {peer: statistics.median(times) for peer, times in asked.items() if times}
    return statistics.median(first), statistics.median(again), medians, differing


def verdict(turn, ours, goal, medians):
    """A goal beside what was reached: `again 0.31 of duckdb (goal 0.40)`."""
    if goal.peer not in medians:
        return f"{turn} ? of {goal.peer} (goal {goal.ratio})"
    ratio = ours / medians[goal.peer]
    mark = "" if ratio <= goal.ratio else "  NOT MET"
    return f"{turn} {ratio:.3f} of {goal.peer} (goal {goal.ratio}){mark}"


def main():
    chosen = arguments()
    folder = os.path.join(chosen.folder, f"{chosen.rows}-{chosen.units}")
    os.makedirs(folder, exist_ok=True)
    frise = Frise(chosen.bench, folder, chosen.rows, chosen.units)
    peers = contestants(chosen, folder)
    print(
        f"{chosen.rows:,} events, {chosen.units:,} units; milliseconds, medians of {chosen.rounds},"
        " asked in turn; the peers with their experts' preparation, which is not counted"
    )
    agreed = True
    for name in chosen.only:
        first, again, medians, differing = measure(frise, peers, name, chosen.rounds)
        line = f"{name:4} Frise first {first:8.3f} again {again:8.3f} |"
        for peer, milliseconds in medians.items():
            line += f" {peer} {milliseconds:.2f}"
        print(line)
        for place, goal in enumerate(GOALS[name]):
            if goal:
                turn, ours = ("again", again) if place > 0 else ("first", first)
                print("     " + verdict(turn, ours, goal, medians))
        for peer, (ours, theirs) in differing.items():
            agreed = False
            print(f"     the answers differ from {peer}: {ours} and {theirs}")
        sys.stdout.flush()
    sys.exit(0 if agreed else 1)


main()
