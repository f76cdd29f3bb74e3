"""Peeking at A/A tests in NumPy, timed: what the tab's simulation is measured against.

    python3 peeking.py '{"runs": 10000, "looks": 100, "users": 500, "rate": 0.1, "boundary": [1.96, ...]}'

Draws the conversions of two arms look by look and marks the tests whose z reaches a boundary at some look: for each row
of "boundaries". Prints one JSON object: the version, milliseconds and the share of tests marked by each row; or
{"absent": module}.
"""

import json
import sys
import time

try:
    import numpy as np
except ImportError as error:
    print(json.dumps({"absent": error.name}))
    sys.exit()

job = json.loads(sys.argv[1])
runs, looks, users, rate = job["runs"], job["looks"], job["users"], job["rate"]
boundaries = np.array([[np.inf if z is None else z for z in row] for row in job["boundaries"]])
random = np.random.default_rng(1)
before = time.perf_counter()
control, treatment = np.zeros(runs, np.int64), np.zeros(runs, np.int64)
called = np.zeros((len(boundaries), runs), bool)
for look in range(looks):
    control += random.binomial(users, rate, runs)
    treatment += random.binomial(users, rate, runs)
    n = users * (look + 1)
    both = control + treatment
    spread = np.sqrt(both * (1 - both / (2 * n)))
    size = np.abs(treatment - control)
    for row, boundary in zip(called, boundaries[:, look]):
        row |= (spread > 0) & (size >= boundary * np.where(spread > 0, spread, 1))
print(
    json.dumps(
        {
            "version": f"numpy {np.__version__}",
            "ms": (time.perf_counter() - before) * 1000,
            "called": called.mean(axis=1).tolist(),
        }
    )
)
