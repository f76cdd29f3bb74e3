"""BG/NBD in lifetimes, timed: what lib/value/bgNbd.ts is measured against.

    python3 bgnbd.py job.json

The job is {"customers": path, "cases": path}: raw float64, one after the other the columns x, tx, T and weight, of
each customer and of the distinct cases. Prints one JSON object: the version, and for each of the two milliseconds and
parameters, or {"failed": why}; or {"absent": module}.
"""

import json
import sys
import time
import warnings
from importlib.metadata import version

try:
    import numpy as np
    from lifetimes import BetaGeoFitter
    from lifetimes.utils import ConvergenceError
except ImportError as error:
    print(json.dumps({"absent": error.name}))
    sys.exit()


def fit(path):
    x, tx, T, weight = np.fromfile(path).reshape(4, -1)
    before = time.perf_counter()
    try:
        model = BetaGeoFitter().fit(x, tx, T, weights=weight)
    except ConvergenceError as error:
        return {"failed": " ".join(str(error).split())}
    ms = 1000 * (time.perf_counter() - before)
    return {"ms": ms, "parameters": {name: float(model.params_[name]) for name in ["r", "alpha", "a", "b"]}}


with open(sys.argv[1], encoding="utf-8") as file:
    job = json.load(file)
warnings.simplefilter("ignore")
fits = {name: fit(job[name]) for name in ["customers", "cases"]}
print(json.dumps({"version": f"lifetimes {version('lifetimes')}, numpy {np.__version__}", "fits": fits}))
