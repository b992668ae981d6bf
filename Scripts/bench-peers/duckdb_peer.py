"""DuckDB as an expert loads it: rows sorted by start, enumerations, two threads."""

import duckdb

from peer import LARGE_UNIT, asked_units, serve

c = duckdb.connect(config={"threads": 2})


def q(sql):
    return c.execute(sql).fetchall()


def large(sql):
    """A large answer, fetched by columns; decoding it is not counted."""
    table = c.sql(sql).to_arrow_table()
    return lambda: [tuple(row.values()) for row in table.to_pylist()]


def load(folder, names):
    c.execute(
        f"""CREATE TABLE raw AS FROM read_csv('{folder}/events.csv', header=true, columns={{
        'id':'INTEGER','start':'DATE','fin':'DATE','title':'VARCHAR','place':'VARCHAR',
        'country':'VARCHAR','people':'INTEGER','topic':'VARCHAR','unit':'INTEGER'}})"""
    )
    for column in ("place", "country", "topic"):
        c.execute(
            f"CREATE TYPE {column}_t AS ENUM"
            f" (SELECT DISTINCT {column} FROM raw WHERE {column} IS NOT NULL ORDER BY 1)"
        )
    c.execute(
        """CREATE TABLE e AS SELECT id, start, fin, title, lower(strip_accents(title)) AS tfold,
        place::place_t AS place,
        country::country_t AS country, people, topic::topic_t AS topic, unit FROM raw
        ORDER BY start"""
    )
    c.execute("DROP TABLE raw")
    c.execute(
        f"""CREATE TABLE u AS FROM read_csv('{folder}/units.csv', header=true, columns={{
        'id':'INTEGER','parent':'INTEGER','name':'VARCHAR','kind':'VARCHAR'}})"""
    )
    # Each unit with its ancestor of depth 1, its path, and a key of which that of a unit below
    # begins with its own.
    c.execute(
        """CREATE TABLE u2 AS WITH RECURSIVE t AS (
        SELECT id, name, 0 AS depth, NULL::INTEGER AS top, name AS path, '/'||id||'/' AS key
        FROM u WHERE parent IS NULL UNION ALL SELECT u.id, u.name, t.depth + 1,
        CASE WHEN t.depth = 0 THEN u.id ELSE t.top END, t.path||' > '||u.name, t.key||u.id||'/'
        FROM u JOIN t ON u.parent = t.id) SELECT * FROM t ORDER BY key"""
    )
    count = c.execute("SELECT count(*) FROM u").fetchone()[0]
    c.execute("CREATE TABLE asked AS SELECT unnest($1) AS unit", [asked_units(count)])
    c.execute(
        f"""CREATE TABLE q AS FROM read_csv('{folder}/periods.csv', header=true, columns={{
        'qid':'INTEGER','qs':'DATE','qe':'DATE'}})"""
    )


W6 = """WITH cs AS (SELECT start d, sum(count(*)) OVER (ORDER BY start) k FROM e
  WHERE start IS NOT NULL GROUP BY start),
 ce AS (SELECT fin d, sum(count(*)) OVER (ORDER BY fin) k FROM e
  WHERE fin IS NOT NULL GROUP BY fin),
 r AS (SELECT q.qid, coalesce(cs.k,0)-coalesce(ce.k,0) k
  FROM q ASOF LEFT JOIN cs ON q.qe >= cs.d ASOF LEFT JOIN ce ON q.qs > ce.d)
 SELECT count(*), sum(k)::BIGINT, max(k)::BIGINT FROM r WHERE k > 0"""

W7 = """WITH g AS (SELECT d, sum(x) s FROM (
   SELECT start d, count(*) x FROM e WHERE start IS NOT NULL GROUP BY start
   UNION ALL SELECT fin+1 d, -count(*) x FROM e WHERE fin IS NOT NULL GROUP BY fin) GROUP BY d)
 SELECT d::DATE, k::BIGINT FROM (SELECT d, sum(s) OVER (ORDER BY d) k FROM g)
 ORDER BY k DESC, d LIMIT 1"""

W8 = """SELECT country::VARCHAR, max(start - m) FROM (SELECT country, start, max(fin) OVER (
   PARTITION BY country ORDER BY start ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) m
   FROM e WHERE start IS NOT NULL AND country IS NOT NULL)
 WHERE start > m + 1 GROUP BY 1 ORDER BY 1"""

W12 = """SELECT country::VARCHAR, y, sum(s) OVER (PARTITION BY country ORDER BY y)::BIGINT FROM (
   SELECT country, year(start) y, sum(people) s FROM e
   WHERE start IS NOT NULL AND country IS NOT NULL AND people IS NOT NULL GROUP BY 1, 2)
 ORDER BY 1, 2"""

KEY = f"(SELECT key FROM u2 AS u WHERE {LARGE_UNIT})"
W9A = f"""SELECT count(*), sum(people)::BIGINT FROM e WHERE unit IN (
   SELECT id FROM u2 WHERE starts_with(key, {KEY}) AND key <> {KEY})"""

W9B = """SELECT top, count(*), sum(people)::BIGINT FROM e JOIN u2 ON u2.id = e.unit
 WHERE top IS NOT NULL GROUP BY top ORDER BY top"""

W10_TYPED = """WITH RECURSIVE p(q, parent, path) AS (
   SELECT id, parent, name FROM u JOIN asked ON asked.unit = u.id
   UNION ALL SELECT p.q, u.parent, u.name||' > '||p.path FROM p JOIN u ON u.id = p.parent)
 SELECT sum(length(path))::BIGINT, count(*) FROM p WHERE parent IS NULL"""


def w11():
    c.execute(
        "CREATE OR REPLACE TEMP TABLE r AS SELECT DISTINCT title FROM e ORDER BY title COLLATE fr"
    )
    return q("SELECT (SELECT count(*) FROM r), (SELECT title FROM r LIMIT 1 OFFSET 1000)")


WORKLOADS = {
    "W1": lambda: q(
        "SELECT count(*) FROM e WHERE start BETWEEN DATE '1789-05-05' AND DATE '1799-11-09'"
    ),
    "W2": lambda: q(
        "SELECT id, people FROM e WHERE people > 100000 AND topic = 'révolution'"
        " ORDER BY people DESC, id LIMIT 10"
    ),
    "W3": lambda: q(
        "SELECT year(start)//10*10 AS d, sum(people)::BIGINT FROM e WHERE start IS NOT NULL"
        " GROUP BY d ORDER BY d"
    ),
    "W4": lambda: q(
        "SELECT country, count(*) k FROM e WHERE country IS NOT NULL GROUP BY country"
        " ORDER BY k DESC, country::VARCHAR LIMIT 10"
    ),
    "W5": lambda: q("SELECT count(*) FROM e WHERE contains(tfold, 'haiti')"),
    "W6": lambda: q(W6),
    "W6m": lambda: q(
        "SELECT sum(m)::BIGINT, count(*) FROM (SELECT q.qid, max(people) m FROM q"
        " JOIN e ON e.start <= q.qe AND e.fin >= q.qs GROUP BY q.qid)"
    ),
    "W7": lambda: q(W7),
    "W8": lambda: q(W8),
    "W9a": lambda: q(W9A),
    "W9b": lambda: q(W9B),
    "W10": lambda: q(
        "SELECT sum(length(path))::BIGINT, count(*) FROM u2 JOIN asked ON asked.unit = u2.id"
    ),
    "W10:typed": lambda: q(W10_TYPED),
    "W11": w11,
    "W12": lambda: large(W12),
}

if __name__ == "__main__":
    serve(load, WORKLOADS)
