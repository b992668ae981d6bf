"""Asks Frise and DuckDB the same questions about the same rows, in turn, and prints the ratios.

DuckDB is loaded as an expert would: dates and enumerations, rows sorted by start, two threads.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

import duckdb

ROUNDS = 15

QUERIES = {
    "W1": "SELECT count(*) FROM e WHERE start BETWEEN DATE '1789-05-05' AND DATE '1799-11-09'",
    "W2": "SELECT id, people FROM e WHERE people > 100000 AND topic = 'révolution'"
    " ORDER BY people DESC, id LIMIT 10",
    "W3": "SELECT year(start)//10*10 AS d, sum(people)::BIGINT FROM e WHERE start IS NOT NULL"
    " GROUP BY d ORDER BY d",
    "W4": "SELECT country, count(*) k FROM e WHERE country IS NOT NULL GROUP BY country"
    " ORDER BY k DESC, country::VARCHAR LIMIT 10",
}


def load(path):
    """A connection with the sorted table `e`."""
    types = "{'id':'INTEGER','start':'DATE','end':'DATE','title':'VARCHAR','place':'VARCHAR',"
    types += "'country':'VARCHAR','people':'INTEGER','topic':'VARCHAR','unit':'INTEGER'}"
    connection = duckdb.connect(config={"threads": 2})
    connection.execute(
        f"CREATE TABLE raw AS SELECT * FROM read_csv('{path}', header=true, columns={types})"
    )
    for column in ("place", "country", "topic"):
        connection.execute(
            f"CREATE TYPE {column}_t AS ENUM"
            f" (SELECT DISTINCT {column} FROM raw WHERE {column} IS NOT NULL ORDER BY 1)"
        )
    connection.execute(
        'CREATE TABLE e AS SELECT id, start, "end" AS fin, title, place::place_t AS place,'
        " country::country_t AS country, people, topic::topic_t AS topic, unit"
        " FROM raw ORDER BY start"
    )
    connection.execute("DROP TABLE raw")
    return connection


def frise_rows(answer):
    """The rows of an answer in DuckDB's form: decades by their first year, without «not placed»."""
    rows = []
    for line in answer.split("|"):
        cells = line.split(",")
        if cells[0] == "not placed":
            continue
        if cells[0].endswith("X") and cells[0][:-1].isdigit():
            cells[0] = cells[0][:-1] + "0"
        rows.append(cells)
    return rows


def main():
    bench, count = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "events.csv")
        frise = subprocess.Popen(
            [bench, "--serve", path, count],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        if frise.stdout.readline().strip() != "ready":
            sys.exit("the events could not be written")
        connection = load(path)

    def ask_frise(name):
        frise.stdin.write(name + "\n")
        frise.stdin.flush()
        milliseconds, answer = frise.stdout.readline().rstrip("\n").split("\t")
        return float(milliseconds), frise_rows(answer)

    def ask_duckdb(name):
        start = time.perf_counter()
        rows = connection.execute(QUERIES[name]).fetchall()
        milliseconds = (time.perf_counter() - start) * 1e3
        return milliseconds, [[str(cell) for cell in row] for row in rows]

    print(f"{count} events; DuckDB {duckdb.__version__}, two threads; median of {ROUNDS}, in turn")
    agreed = True
    for name in QUERIES:
        times = ([], [])
        for turn in range(ROUNDS + 1):
            ours, answer = ask_frise(name)
            theirs, expected = ask_duckdb(name)
            if answer != expected:
                agreed = False
                print(f"{name}  the answers differ: {answer[:3]} and {expected[:3]}")
                break
            if turn > 0:
                times[0].append(ours)
                times[1].append(theirs)
        else:
            ours, theirs = (statistics.median(side) for side in times)
            print(f"{name}  {ours / theirs:5.2f}  Frise {ours:6.2f} ms  DuckDB {theirs:6.2f} ms")
    frise.stdin.close()
    frise.wait()
    sys.exit(0 if agreed else 1)


main()
