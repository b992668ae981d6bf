"""SQLite in memory as an expert loads it: covering indexes, and tables of cumulated counts by day.

An index is built only when a workload that uses it was chosen.
"""

import csv
import sqlite3

from peer import LARGE_UNIT, asked_units, serve

c = sqlite3.connect(":memory:", isolation_level=None)

# Each unit with its ancestor of depth 1, its path, and a key of which that of a unit below begins
# with its own.
TREE = [
    "CREATE INDEX iu ON u(parent)",
    "CREATE INDEX ie ON e(unit, people)",
    "CREATE TABLE u2(id INTEGER PRIMARY KEY, top INT, path TEXT, key TEXT)",
    """INSERT INTO u2 WITH RECURSIVE t(id, depth, top, path, key) AS (
     SELECT id, 0, NULL, name, '/'||id||'/' FROM u WHERE parent IS NULL UNION ALL
     SELECT u.id, depth+1, CASE WHEN depth=0 THEN u.id ELSE top END, path||' > '||name,
      key||u.id||'/' FROM t JOIN u ON u.parent=t.id)
     SELECT id, top, path, key FROM t""",
    "CREATE INDEX u2k ON u2(key)",
]

# The index that a workload needs beyond the tables.
INDEXES = {
    "W1": ["CREATE INDEX i1 ON e(start, fin, people)"],
    "W2": ["CREATE INDEX i2 ON e(topic, people DESC, id)"],
    "W3": ["CREATE INDEX i3 ON e(CAST(substr(start,1,3) AS INT), people)"],
    "W4": ["CREATE INDEX i4 ON e(country, start, fin)"],
    "W6": [
        "CREATE TABLE cs(d TEXT PRIMARY KEY, k INT) WITHOUT ROWID",
        "INSERT INTO cs SELECT start, sum(count(*)) OVER (ORDER BY start) FROM e"
        " WHERE start IS NOT NULL GROUP BY start",
        "CREATE TABLE ce(d TEXT PRIMARY KEY, k INT) WITHOUT ROWID",
        "INSERT INTO ce SELECT fin, sum(count(*)) OVER (ORDER BY fin) FROM e"
        " WHERE fin IS NOT NULL GROUP BY fin",
    ],
    "W8": ["CREATE INDEX i8 ON e(country, start, fin)"],
    "W9a": TREE,
    "W9b": TREE,
    "W10": TREE,
    "W12": ["CREATE INDEX i12 ON e(country, CAST(substr(start,1,4) AS INT), people)"],
}


def q(sql):
    return c.execute(sql).fetchall()


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        yield from (tuple(cell or None for cell in row) for row in reader)


def load(folder, names):
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "temp_store=MEMORY"):
        c.execute(f"PRAGMA {pragma}")
    c.execute(
        "CREATE TABLE e(id INTEGER PRIMARY KEY, start TEXT, fin TEXT, title TEXT, place TEXT,"
        " country TEXT, people INTEGER, topic TEXT, unit INTEGER)"
    )
    c.execute("CREATE TABLE u(id INTEGER PRIMARY KEY, parent INTEGER, name TEXT, kind TEXT)")
    c.execute("CREATE TABLE q(qid INTEGER PRIMARY KEY, qs TEXT, qe TEXT)")
    c.execute("BEGIN")
    c.executemany("INSERT INTO e VALUES(?,?,?,?,?,?,?,?,?)", rows(f"{folder}/events.csv"))
    c.executemany("INSERT INTO u VALUES(?,?,?,?)", rows(f"{folder}/units.csv"))
    c.executemany("INSERT INTO q VALUES(?,?,?)", rows(f"{folder}/periods.csv"))
    count = c.execute("SELECT count(*) FROM u").fetchone()[0]
    c.execute("CREATE TABLE asked(unit INTEGER)")
    c.executemany("INSERT INTO asked VALUES(?)", [(unit,) for unit in asked_units(count)])
    c.execute("COMMIT")
    statements = [statement for name in names for statement in INDEXES.get(name, [])]
    for statement in dict.fromkeys(statements):
        c.execute(statement)
    c.execute("ANALYZE")


W6 = """SELECT count(*), sum(k), max(k) FROM (SELECT
   coalesce((SELECT k FROM cs WHERE d <= qe ORDER BY d DESC LIMIT 1), 0)
   - coalesce((SELECT k FROM ce WHERE d < qs ORDER BY d DESC LIMIT 1), 0) k FROM q) WHERE k > 0"""

W7 = """SELECT d, k FROM (SELECT d, sum(sum(x)) OVER (ORDER BY d) k FROM (
   SELECT start d, count(*) x FROM e WHERE start IS NOT NULL GROUP BY start
   UNION ALL SELECT date(fin,'+1 day'), -count(*) FROM e WHERE fin IS NOT NULL GROUP BY fin)
 GROUP BY d) ORDER BY k DESC, d LIMIT 1"""

W8 = """SELECT country, max(days) FROM (SELECT country,
   CAST(julianday(start)-julianday(max(fin) OVER (PARTITION BY country ORDER BY start
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS INT) days
   FROM e WHERE start IS NOT NULL AND country IS NOT NULL)
 WHERE days > 1 GROUP BY 1 ORDER BY 1"""

W12 = """SELECT country, y, sum(s) OVER (PARTITION BY country ORDER BY y) FROM (
   SELECT country, CAST(substr(start,1,4) AS INT) y, sum(people) s FROM e
   WHERE start IS NOT NULL AND country IS NOT NULL AND people IS NOT NULL GROUP BY 1, 2)
 ORDER BY 1, 2"""

K9 = f"(SELECT key FROM u2 JOIN u USING (id) WHERE {LARGE_UNIT})"
W9A = f"""SELECT count(*), sum(people) FROM u2 CROSS JOIN e ON e.unit=u2.id
 WHERE u2.key>{K9} AND u2.key<substr({K9},1,length({K9})-1)||'0'"""

W9B = """SELECT top, count(*), sum(people) FROM e JOIN u2 ON u2.id=e.unit
 WHERE top IS NOT NULL GROUP BY top ORDER BY top"""

WORKLOADS = {
    "W1": lambda: q("SELECT count(*) FROM e WHERE start BETWEEN '1789-05-05' AND '1799-11-09'"),
    "W2": lambda: q(
        "SELECT id, people FROM e WHERE people > 100000 AND topic = 'révolution'"
        " ORDER BY people DESC, id LIMIT 10"
    ),
    "W3": lambda: q(
        "SELECT CAST(substr(start,1,3) AS INT)*10 d, sum(people) FROM e"
        " WHERE CAST(substr(start,1,3) AS INT)>0 GROUP BY CAST(substr(start,1,3) AS INT) ORDER BY 1"
    ),
    "W4": lambda: q(
        "SELECT country, count(*) k FROM e WHERE country IS NOT NULL GROUP BY country"
        " ORDER BY k DESC, country LIMIT 10"
    ),
    "W6": lambda: q(W6),
    "W7": lambda: q(W7),
    "W8": lambda: q(W8),
    "W9a": lambda: q(W9A),
    "W9b": lambda: q(W9B),
    "W10": lambda: q("SELECT sum(length(path)), count(*) FROM asked JOIN u2 ON u2.id=asked.unit"),
    "W12": lambda: q(W12),
}

if __name__ == "__main__":
    serve(load, WORKLOADS)
