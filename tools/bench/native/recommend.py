"""Truncated SVD in scikit-learn and implicit ALS in implicit, timed: what lib/recommend is measured against.

    python3 recommend.py job.json

The job is {"indptr": path, "indices": path, "columns": n, "factors": k, "what": "svd" or "als"}: raw int32 of a matrix
of people by items that holds ones. Prints one JSON object: the version, milliseconds and, of the SVD, the singular
values; or {"absent": module}. A small fit before the timed one takes in what is only done once.
"""

import json
import sys
import time

with open(sys.argv[1], encoding="utf-8") as file:
    job = json.load(file)
try:
    import numpy as np
    from scipy.sparse import csr_matrix

    if job["what"] == "svd":
        import sklearn
        from sklearn.decomposition import TruncatedSVD
    else:
        import implicit
except ImportError as error:
    print(json.dumps({"absent": error.name}))
    sys.exit()

indptr = np.fromfile(job["indptr"], np.int32)
indices = np.fromfile(job["indices"], np.int32)
matrix = csr_matrix(
    (np.ones(len(indices)), indices, indptr), shape=(len(indptr) - 1, job["columns"])
)
factors = job["factors"]


def fit(of, iterations):
    if job["what"] == "svd":
        return TruncatedSVD(factors, algorithm="arpack", tol=0).fit(of)
    model = implicit.als.AlternatingLeastSquares(
        factors, regularization=10, alpha=40, iterations=iterations, use_cg=False, random_state=1
    )
    model.fit(of.astype(np.float32), show_progress=False)
    return model


fit(matrix[:4000], 1)
before = time.perf_counter()
model = fit(matrix, 10)
ms = 1000 * (time.perf_counter() - before)
svd = job["what"] == "svd"
print(
    json.dumps(
        {
            "version": f"scikit-learn {sklearn.__version__}" if svd else f"implicit {implicit.__version__}",
            "ms": ms,
            "values": model.singular_values_.tolist() if svd else [],
        }
    )
)
