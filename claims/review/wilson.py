"""How sure a share is that was measured on few: Wilson's score interval.

E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
Statistical Association 22 (1927), 209-212; recommended for small numbers by L. D. Brown, T. T. Cai and A. DasGupta,
"Interval estimation for a binomial proportion", Statistical Science 16 (2001), 101-133.
"""

from __future__ import annotations

from math import sqrt

Z_95 = 1.959963984540054
"""The 97.5th percentile of the standard normal distribution, for 95 %."""


def wilson(right: int, of: int, z: float = Z_95) -> tuple[float, float]:
    """The interval of the share ``right / of``, both ends from 0 to 1; of none it is all of that."""
    if of == 0:
        return 0.0, 1.0
    share, weight = right / of, z * z / of
    middle = (share + weight / 2) / (1 + weight)
    half = z * sqrt(share * (1 - share) / of + weight / (4 * of)) / (1 + weight)
    return (0.0 if right == 0 else middle - half), (1.0 if right == of else middle + half)
