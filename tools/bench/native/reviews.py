"""TF-IDF and logistic regression on texts in scikit-learn, timed: what lib/reviews/textModel.ts is measured against.

    python3 reviews.py job.json

The job is {"texts": [...], "labels": [0, 1, ...], "train": rows, "longest": words, "C": number}: reviews by time, the
first `train` of them to learn from, the others to judge by. Prints one JSON object: the version, milliseconds to fit on
all of them, and the ROC-AUC of a model of the first on the others; or {"absent": module}.
"""

import json
import sys
import time

try:
    import sklearn
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
except ImportError as error:
    print(json.dumps({"absent": error.name}))
    sys.exit()

with open(sys.argv[1], encoding="utf-8") as file:
    job = json.load(file)
texts, labels, train = job["texts"], job["labels"], job["train"]


def fit(rows):
    vectorizer = TfidfVectorizer(ngram_range=(1, job["longest"]))
    matrix = vectorizer.fit_transform(texts[:rows])
    model = LogisticRegression(C=job["C"], max_iter=1000).fit(matrix, labels[:rows])
    return vectorizer, model


vectorizer, model = fit(train)
held = model.predict_proba(vectorizer.transform(texts[train:]))[:, 1]
before = time.perf_counter()
fit(len(texts))
print(
    json.dumps(
        {
            "version": f"scikit-learn {sklearn.__version__}",
            "ms": 1000 * (time.perf_counter() - before),
            "auc": float(roc_auc_score(labels[train:], held)),
            "terms": len(vectorizer.vocabulary_),
        }
    )
)
