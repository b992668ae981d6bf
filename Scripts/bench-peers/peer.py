"""What every peer shares: it loads the files of a folder once, then answers a workload a line.

    python PEER_peer.py FOLDER NAMES

A peer writes «ready» once it is loaded, then for each name it reads a line of JSON: milliseconds
and rows. A name may end in `:typed` for the query without the expert's preparation.
"""

import datetime
import json
import sys
import time


# The first unit three levels down, by its place in the order of levels: it holds a large subtree.
LARGE_UNIT = "u.name LIKE '% 43'"


def asked_units(count):
    """The units whose paths are asked for."""
    return [number * 97 % count for number in range(1000)]


def plain(cell):
    """A cell as text, the way Frise writes it for machines; None is the empty text."""
    if cell is None:
        return ""
    if isinstance(cell, (datetime.date, datetime.datetime)):
        return cell.isoformat()[:10]
    if isinstance(cell, str):
        return cell
    return str(int(cell))


def serve(load, workloads):
    """Loads, then answers; `load(folder, names)` is told which workloads will be asked.

    `workloads` is a dict of functions; a function gives rows, or a function that gives them, for
    which time no longer counts.
    """
    folder, names = sys.argv[1], sys.argv[2].split(",")
    load(folder, names)
    print("ready", flush=True)
    for line in sys.stdin:
        run = workloads.get(line.strip())
        if run is None:
            print(json.dumps(None), flush=True)
            continue
        start = time.perf_counter()
        rows = run()
        milliseconds = (time.perf_counter() - start) * 1e3
        rows = rows() if callable(rows) else rows
        rows = [[plain(cell) for cell in row] for row in rows]
        print(json.dumps([milliseconds, rows], ensure_ascii=False), flush=True)
