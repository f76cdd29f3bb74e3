"""k-means from given centres in scikit-learn, timed: what lib/cluster/kMeans.ts is measured against.

    OMP_NUM_THREADS=1 python3 kmeans.py job.json

The job is {"matrix": path, "centres": path, "width": columns}: raw values by row, float32 the matrix and float64 the
centres. Prints one JSON object: the version, milliseconds, iterations, inertia and rows of each cluster; or {"absent":
module}. A small fit before the timed one takes in what is only done once.
"""

import json
import sys
import time

try:
    import numpy as np
    import sklearn
    from sklearn.cluster import KMeans
except ImportError as error:
    print(json.dumps({"absent": error.name}))
    sys.exit()

with open(sys.argv[1], encoding="utf-8") as file:
    job = json.load(file)
matrix = np.fromfile(job["matrix"], np.float32).reshape(-1, job["width"])
centres = np.fromfile(job["centres"]).astype(np.float32).reshape(-1, job["width"])
settings = {"n_init": 1, "tol": 0, "max_iter": 300, "algorithm": "lloyd"}
model = KMeans(len(centres), init=centres, **settings)
KMeans(len(centres), init=centres, **{**settings, "max_iter": 1}).fit(matrix[:1000])
before = time.perf_counter()
model.fit(matrix)
print(
    json.dumps(
        {
            "version": f"scikit-learn {sklearn.__version__}, numpy {np.__version__}",
            "ms": 1000 * (time.perf_counter() - before),
            "iterations": int(model.n_iter_),
            "inertia": float(model.inertia_),
            "sizes": sorted(np.bincount(model.labels_, minlength=len(centres)).tolist(), reverse=True),
        }
    )
)
