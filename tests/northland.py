"""Claims about one disputed night of an invented war, and a later event, as a table."""

from __future__ import annotations

from functools import cache

from counterclaim import Reconciled, reconcile
from counterclaim.testing import claims_from

TABLE = """
id | claimant                   | claimant_side | date       | place  | quantity    | victims  | victim_side
N1 | Northland army             | Northland     | 2021-05-03 | Velmar | 12          | soldiers | Northland
S1 | Southland defence ministry | Southland     | 2021-05-03 | Velmar | at least 30 | soldiers | Northland
S2 | Southland army             | Southland     | 2021-05-03 | Velmar | 40          | soldiers | Northland
M1 | Monitor                    |               | 2021-05-03 | Velmar | 35          | soldiers | Northland
F1 | Northland army             | Northland     | 2021-09-20 | Okhtun | 3           | farmers  |
"""
CSV = "\n".join(
    ",".join(["kind" if not n else "casualty", "measure" if not n else "killed", "source" if not n else "Daily", *row])
    for n, row in enumerate([cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines())
)


@cache
def night() -> Reconciled:
    """The result for the table."""
    return reconcile(claims_from(TABLE))
