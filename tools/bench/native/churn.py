"""The churn lab's work in XGBoost and scikit-learn, timed: what the tab is measured against.

    python3 churn.py job.json

The job is {"matrix": path, "labels": path, "rows": n, "columns": m} and, where they differ from the defaults below,
"runs", "tasks", "contribRows" and "grid". The matrix is raw float32, column by column, NaN where a value is missing;
the labels are bytes 0 or 1. Prints one JSON object: the versions, and for each task its median and all its times in
milliseconds with a figure that shows that the work was done; or {"absent": module} where a module is not installed.
"load" is the machine's load average at the start: where others are at work, two threads of XGBoost wait for each
other and may take many times as long as one.
"""

import json
import os
import statistics
import sys
import time
import warnings
from itertools import product

try:
    import numpy as np
    import sklearn
    import xgboost as xgb
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import log_loss, roc_auc_score
    from sklearn.model_selection import StratifiedKFold
except ImportError as error:
    print(json.dumps({"absent": error.name}))
    sys.exit()

SHARED = {"objective": "binary:logistic", "tree_method": "hist", "max_bin": 256, "verbosity": 0}
MODELS = {
    "d3": ({"max_depth": 3, "eta": 0.02, "alpha": 5, "lambda": 5}, 300),
    "d6": ({"max_depth": 6, "eta": 0.1, "alpha": 0, "lambda": 1}, 100),
}
DEFAULTS = {
    "runs": 3,
    "tasks": ["train", "contribs", "saga", "grid"],
    # Rows that are explained, by model: a d6 model over all rows takes minutes.
    "contribRows": {"d3": None, "d6": 5000},
    # The product of the lists: 12 points, each trained on 5 folds.
    "grid": {"rounds": 100, "max_depth": [3, 6], "eta": [0.02, 0.1], "lambda": [1, 5, 10]},
}


def timed(work, runs, before=lambda: None):
    """Median and all times of `work`, which is given a fresh result of `before`, not timed; and its last result."""
    times = []
    for _ in range(runs):
        given = before()
        start = time.perf_counter()
        result = work(given)
        times.append(1000 * (time.perf_counter() - start))
    return {"ms": statistics.median(times), "runs": times}, result


def binned(x, y, threads):
    """A matrix whose bins are made here and now, so that training does not count them."""
    return xgb.QuantileDMatrix(x, y, max_bin=SHARED["max_bin"], nthread=threads)


def train(x, y, job):
    for (name, (parameters, rounds)), threads in product(MODELS.items(), [1, 2]):
        binning, data = timed(lambda _: binned(x, y, threads), 1)
        took, model = timed(
            lambda _: xgb.train({**SHARED, **parameters, "nthread": threads}, data, rounds), job["runs"]
        )
        scores = model.inplace_predict(x)
        figures = {"auc": roc_auc_score(y, scores), "loss": log_loss(y, scores.astype(np.float64))}
        yield f"{name}.threads{threads}", {**took, "binningMs": binning["ms"], **figures}


def contribs(x, y, job):
    for name, (parameters, rounds) in MODELS.items():
        model = xgb.train({**SHARED, **parameters, "nthread": 2}, binned(x, y, 2), rounds)
        model.set_param({"nthread": 1})
        some = x[: job["contribRows"].get(name)]
        fresh = lambda: xgb.DMatrix(some, nthread=1)
        took, values = timed(lambda data: model.predict(data, pred_contribs=True), job["runs"], fresh)
        off = np.abs(values.sum(1) - model.predict(fresh(), output_margin=True)).max()
        yield f"contribs.{name}", {**took, "rows": len(some), "sumOff": float(off)}


def saga(x, y, job):
    with warnings.catch_warnings():
        # A column in which nothing is known has no median.
        warnings.simplefilter("ignore", RuntimeWarning)
        filled = np.where(np.isnan(x), np.nan_to_num(np.nanmedian(x, axis=0)), x).astype(np.float64)
    deviation = filled.std(axis=0)
    z = (filled - filled.mean(axis=0)) / np.where(deviation > 0, deviation, 1)
    model = LogisticRegression(penalty="elasticnet", solver="saga", C=0.005, l1_ratio=0.5, random_state=0)
    took, _ = timed(lambda _: model.fit(z, y), job["runs"])
    auc = roc_auc_score(y, model.decision_function(z))
    yield "saga", {**took, "iterations": int(model.n_iter_[0]), "auc": auc}


def grid(x, y, job):
    names = [name for name in job["grid"] if name != "rounds"]
    points = [dict(zip(names, values)) for values in product(*(job["grid"][name] for name in names))]
    folds = list(StratifiedKFold(5, shuffle=True, random_state=0).split(x, y))

    def search(_):
        aucs = np.zeros(len(points))
        for inside, outside in folds:
            data = binned(x[inside], y[inside], 2)
            for index, point in enumerate(points):
                model = xgb.train({**SHARED, **point, "nthread": 2}, data, job["grid"]["rounds"])
                aucs[index] += roc_auc_score(y[outside], model.inplace_predict(x[outside])) / len(folds)
        return aucs

    took, aucs = timed(search, 1)
    best = int(aucs.argmax())
    yield "grid", {**took, "fits": len(points) * len(folds), "best": points[best], "auc": float(aucs[best])}


def main(path):
    with open(path, encoding="utf-8") as file:
        job = {**DEFAULTS, **json.load(file)}
    load = os.getloadavg()[0]
    x = np.fromfile(job["matrix"], np.float32).reshape(job["columns"], job["rows"]).T.copy()
    y = np.fromfile(job["labels"], np.uint8)
    work = {"train": train, "contribs": contribs, "saga": saga, "grid": grid}
    tasks = {name: figures for task in job["tasks"] for name, figures in work[task](x, y, job)}
    versions = {"xgboost": xgb.__version__, "sklearn": sklearn.__version__, "numpy": np.__version__}
    size = {"rows": job["rows"], "columns": job["columns"]}
    print(json.dumps({"versions": versions, "load": load, **size, "tasks": tasks}))


main(sys.argv[1])
