"""Times XGBoost's own predict on a published model. Reads a job (JSON); writes one line of JSON."""

import json
import sys
import time

try:
    import numpy
    import xgboost
except ImportError as error:
    print(json.dumps({"absent": error.name}))
    sys.exit()

with open(sys.argv[1]) as file:
    job = json.load(file)
values = numpy.fromfile(job["values"], dtype="float32").reshape(job["columns"], job["rows"]).T
booster = xgboost.Booster()
booster.load_model(job["model"])
order = [job["names"].index(name) for name in booster.feature_names]
values = numpy.ascontiguousarray(values[:, order])
times = []
for _ in range(job["runs"]):
    started = time.perf_counter()
    data = xgboost.DMatrix(values, missing=float("nan"), feature_names=booster.feature_names)
    found = booster.predict(data)
    times.append(1000 * (time.perf_counter() - started))
print(json.dumps({"version": f"XGBoost {xgboost.__version__}", "times": times, "values": found[: job["told"]].astype(float).tolist()}))
