"""ClickHouse in process (chdb): rows sorted by start, low-cardinality texts, two threads.

Its dates cannot hold days before 1900: the days are Modified Julian Days, and the year is stored.
"""

import datetime
import json

from chdb.session import Session

from peer import serve

S = Session()
SETTINGS = (
    " SETTINGS max_threads=2, join_use_nulls=0, output_format_json_quote_64bit_integers=0"
)


def q(sql):
    answer = S.query(sql + SETTINGS, "JSONCompactEachRow")
    return lambda: [json.loads(line) for line in str(answer).splitlines()]


def mjd(text):
    return (datetime.date.fromisoformat(text) - datetime.date(1858, 11, 17)).days


def load(folder, names):
    low = "LowCardinality(Nullable(String))"
    S.query("CREATE DATABASE b ENGINE=Atomic")
    S.query(
        f"""CREATE TABLE b.e (id Int32, start Nullable(Int32), fin Nullable(Int32),
        y Nullable(Int16), title String, place {low}, country {low}, people Nullable(Int32),
        topic {low}, unit Nullable(Int32)) ENGINE=MergeTree ORDER BY coalesce(start, 0)"""
    )
    S.query(
        f"""INSERT INTO b.e SELECT id, toModifiedJulianDayOrNull(nullIf(start, '')),
        toModifiedJulianDayOrNull(nullIf(end, '')),
        toInt16OrNull(substring(nullIf(start, ''),1,4)), title, nullIf(place, ''),
        nullIf(country, ''), people, nullIf(topic, ''), unit
        FROM file('{folder}/events.csv', 'CSVWithNames', 'id Int32, start Nullable(String),
        end Nullable(String), title String, place Nullable(String), country Nullable(String),
        people Nullable(Int32), topic Nullable(String), unit Nullable(Int32)')"""
    )
    S.query("OPTIMIZE TABLE b.e FINAL")
    unit = "id Int32, parent Nullable(Int32), name String, kind String"
    S.query(f"CREATE TABLE b.u ({unit}) ENGINE=Memory")
    S.query(f"INSERT INTO b.u SELECT * FROM file('{folder}/units.csv', 'CSVWithNames', '{unit}')")
    S.query("CREATE TABLE b.q (qid Int32, qs Int32, qe Int32) ENGINE=Memory")
    S.query(
        f"""INSERT INTO b.q SELECT qid, toModifiedJulianDay(qs), toModifiedJulianDay(qe)
        FROM file('{folder}/periods.csv', 'CSVWithNames', 'qid Int32, qs String, qe String')"""
    )


W6 = """WITH cs AS (SELECT d, sum(n) OVER (ORDER BY d) k FROM (
   SELECT assumeNotNull(start) d, count() n FROM b.e WHERE start IS NOT NULL GROUP BY d)),
  ce AS (SELECT d, sum(n) OVER (ORDER BY d) k FROM (
   SELECT assumeNotNull(fin) d, count() n FROM b.e WHERE fin IS NOT NULL GROUP BY d)),
  r1 AS (SELECT 1 AS one, q.qid AS qid, q.qs AS qs, cs.k AS ks
   FROM (SELECT 1 AS o, qid, qs, qe FROM b.q) AS q
   ASOF LEFT JOIN (SELECT 1 AS o, d, k FROM cs) AS cs ON q.o = cs.o AND q.qe >= cs.d)
  SELECT count(), sum(k), max(k) FROM (SELECT toInt64(r1.ks) - toInt64(ce.k) AS k FROM r1
   ASOF LEFT JOIN (SELECT 1 AS o, d, k FROM ce) AS ce ON r1.one = ce.o AND r1.qs > ce.d)
  WHERE k > 0"""

W7 = """SELECT fromModifiedJulianDay(toInt32(maxIntersectionsPosition(s, f))),
   maxIntersections(s, f) FROM (SELECT assumeNotNull(start) s, toInt32(assumeNotNull(fin)+1) f
   FROM b.e WHERE start IS NOT NULL)"""

W8 = """SELECT country, max(start-m) FROM (SELECT country, start, max(fin) OVER (
   PARTITION BY country ORDER BY start ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) m
   FROM b.e WHERE start IS NOT NULL AND country IS NOT NULL)
  WHERE start>m+1 GROUP BY 1 ORDER BY 1"""

W12 = """SELECT country, y, sum(s) OVER (PARTITION BY country ORDER BY y) FROM (
   SELECT country, y, sum(people) s FROM b.e
   WHERE y IS NOT NULL AND country IS NOT NULL AND people IS NOT NULL GROUP BY 1, 2)
  ORDER BY 1, 2"""

WORKLOADS = {
    "W1": lambda: q(
        f"SELECT count() FROM b.e WHERE start BETWEEN {mjd('1789-05-05')} AND {mjd('1799-11-09')}"
    ),
    "W2": lambda: q(
        "SELECT id, people FROM b.e WHERE people > 100000 AND topic = 'révolution'"
        " ORDER BY people DESC, id LIMIT 10"
    ),
    "W3": lambda: q(
        "SELECT intDiv(y,10)*10 d, sum(people) FROM b.e WHERE y IS NOT NULL GROUP BY d ORDER BY d"
    ),
    "W4": lambda: q(
        "SELECT country, count() k FROM b.e WHERE country IS NOT NULL GROUP BY country"
        " ORDER BY k DESC, country LIMIT 10"
    ),
    "W5:typed": lambda: q(
        "SELECT count() FROM b.e WHERE position(lowerUTF8(removeAccentsUTF8(title)), 'haiti') > 0"
    ),
    "W6": lambda: q(W6),
    "W6m": lambda: q(
        """SELECT sum(m), count() FROM (SELECT q.qid, max(e.p) m FROM b.q AS q JOIN (
        SELECT assumeNotNull(start) s, assumeNotNull(fin) f, people p FROM b.e
        WHERE start IS NOT NULL) AS e ON e.s <= q.qe AND e.f >= q.qs GROUP BY q.qid)"""
    ),
    "W7": lambda: q(W7),
    "W8": lambda: q(W8),
    "W12": lambda: q(W12),
}

if __name__ == "__main__":
    serve(load, WORKLOADS)
