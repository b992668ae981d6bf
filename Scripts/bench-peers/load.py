"""Opens the same files with Frise and its peers, whole processes in turn, and prints the ratios.

    python load.py PROGRAMS FOLDER [--rows 1e4,1e6] [--rounds N] [--json FILE]

Frise reads dates in EDTF and finds all types; the peers, which read none, are given the first and
last day, and the types. Memory is the most that a process held.
"""

import argparse
import importlib.util
import os
import statistics
import subprocess
import sys
import time

RANGE = ("1789-05-05", "1799-11-09")
TYPES = {
    "id": "INTEGER", "start": "DATE", "end": "DATE", "title": "VARCHAR", "place": "VARCHAR",
    "country": "VARCHAR", "people": "INTEGER", "topic": "VARCHAR", "unit": "INTEGER",
}

# What a process is to take at most, as a part of what the peer takes: time and memory.
GOALS = {"cold": {10_000: 0.35, 100_000: 0.45}, "cold beyond": 0.75, "load": 0.6, "memory": 0.6}


def duckdb():
    """The program of DuckDB, or None."""
    found = importlib.util.find_spec("duckdb_cli")
    path = os.path.join(os.path.dirname(found.origin), "duckdb") if found else ""
    return path if os.path.exists(path) else None


def run(command):
    """Milliseconds, megabytes at most and output of a process."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        return None
    return (time.perf_counter() - begun) * 1000, usage.ru_maxrss / 1000, output


def duel(commands, rounds):
    """Median milliseconds, megabytes and the last output of each command, run in turn."""
    took = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            found = run(command)
            if found and turn > 0:
                took[name].append(found)
    return {
        name: (
            statistics.median(f[0] for f in found), max(f[1] for f in found), found[-1][2].strip()
        )
        for name, found in took.items() if found
    }


def show(title, found, peer, goal, memory_goal=None):
    print(title)
    for name, (milliseconds, megabytes, output) in found.items():
        answer = output.splitlines()[-1][:40] if output else ""
        print(f"    {name:24} {milliseconds:9.1f} ms {megabytes:7.0f} MB   {answer}")
    if peer in found and "frise" in found:
        ratio = found["frise"][0] / found[peer][0]
        mark = "" if ratio <= goal else "  NOT MET"
        print(f"    time {ratio:.2f} of {peer} (goal {goal}){mark}")
        if memory_goal:
            ratio = found["frise"][1] / found[peer][1]
            mark = "" if ratio <= memory_goal else "  NOT MET"
            print(f"    memory {ratio:.2f} of {peer} (goal {memory_goal}){mark}")
    sys.stdout.flush()


def polars_load(path):
    """A program that loads every column, and prints the milliseconds of that alone."""
    kinds = {"INTEGER": "Int32", "DATE": "Date", "VARCHAR": "String"}
    schema = ", ".join(f"'{name}': pl.{kinds[kind]}" for name, kind in TYPES.items())
    return (
        "import time, polars as pl\nt = time.perf_counter()\n"
        f"e = pl.read_csv('{path}', schema={{{schema}}})\n"
        "print((time.perf_counter() - t) * 1000)"
    )


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench-load")
    parser.add_argument("--rows", default="1e4,1e5,1e6")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", help="a JSON file of objects to load")
    parser.add_argument("programs")
    parser.add_argument("folder")
    chosen = parser.parse_args()
    frise, duck = f"{chosen.programs}/frise", duckdb()
    for rows in (int(float(text)) for text in chosen.rows.split(",")):
        folder = os.path.join(chosen.folder, f"{rows}-1000")
        os.makedirs(folder, exist_ok=True)
        subprocess.run(
            [f"{chosen.programs}/frise-bench", "--serve", folder, str(rows), "1000"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True,
        )
        mine, theirs = f"{folder}/edtf.csv", f"{folder}/events.csv"
        load = f'load "{mine}" as e'
        columns = "{" + ", ".join(f"'{n}': '{k}'" for n, k in TYPES.items()) + "}"
        source = f"read_csv('{theirs}', header=true, auto_detect=false, columns={columns})"
        count = f"select count(*) from {source} where start between '{RANGE[0]}' and '{RANGE[1]}'"
        query = f"{load}; e | during {'..'.join(RANGE)} | count"
        commands = {"frise": [frise, "-o", "csv", "-c", query]}
        if duck:
            commands["duckdb, typed"] = [duck, "-noheader", "-csv", "-c", count]
        goal = GOALS["cold"].get(rows, GOALS["cold beyond"])
        show(f"{rows:,} events: load, and count a range of days", duel(commands, chosen.rounds),
             "duckdb, typed", goal)
        commands = {"frise": [frise, "-o", "csv", "-c", f"{load}; e | count"]}
        # Every column is typed and in memory; then also which of many texts are alike, which no
        # peer finds when it loads.
        commands["frise, texts told apart"] = [frise, "-o", "csv", "-c", f"{load}; e | take 1"]
        if importlib.util.find_spec("polars"):
            commands["polars"] = [sys.executable, "-c", polars_load(theirs)]
        found = duel(commands, chosen.rounds)
        if "polars" in found:
            # The start of Python and of Polars is not counted, that of Frise is.
            found["polars"] = (float(found["polars"][2]), *found["polars"][1:])
        show(f"{rows:,} events: load every column", found, "polars", GOALS["load"], GOALS["memory"])
    if chosen.json and duck:
        query = f"create table e as from read_json('{chosen.json}'); select count(*) from e"
        commands = {
            "frise": [frise, "-o", "csv", "-c", f'load "{chosen.json}" as e; e | take 1'],
            "duckdb": [duck, "-noheader", "-csv", "-c", query],
        }
        show(f"{chosen.json}: load", duel(commands, chosen.rounds), "duckdb", 1.0)


main()
