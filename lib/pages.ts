/** A group of pages: a folder of the site, and a heading in the list of pages. */
export interface Wing {
  name: string;
  folder: string;
  pages: readonly {page: string; name: string}[];
}

/** The site's pages by wing, in the order of the list of pages; the executive dashboard stands before all. */
export const wings: readonly Wing[] = [
  {
    name: "Customers",
    folder: "customers",
    pages: [
      {page: "insights", name: "Business insights"},
      {page: "segments", name: "RFM segments"},
      {page: "cohorts", name: "Cohorts and retention"},
      {page: "survival", name: "Time to the second order"},
      {page: "value", name: "Lifetime value"},
      {page: "profitability", name: "Profitability"},
      {page: "clusters", name: "Clusters"}
    ]
  },
  {
    name: "Models",
    folder: "models",
    pages: [
      {page: "features", name: "Features and labels"},
      {page: "train", name: "Train and compare models"},
      {page: "explain", name: "Explain a model"},
      {page: "decide", name: "Decide: threshold and campaign"},
      {page: "score", name: "Score customers"},
      {page: "leakage", name: "Leakage lab"},
      {page: "late", name: "Late delivery"},
      {page: "monitoring", name: "Monitoring"}
    ]
  },
  {
    name: "Experiments",
    folder: "experiments",
    pages: [
      {page: "plan", name: "Plan a test"},
      {page: "read", name: "Read a test"},
      {page: "bayes", name: "Read a test, Bayesian"},
      {page: "sequential", name: "Stop early: sequential tests"},
      {page: "bandit", name: "Bandits"},
      {page: "practice", name: "Practice campaign"}
    ]
  },
  {
    name: "Products and reviews",
    folder: "products",
    pages: [
      {page: "recommendations", name: "Recommendations"},
      {page: "operations", name: "Delivery operations"},
      {page: "scores", name: "Review scores"},
      {page: "reviews", name: "What customers write"}
    ]
  },
  {
    name: "Explore",
    folder: "explore",
    pages: [
      {page: "orders", name: "Explore orders"},
      {page: "sql", name: "SQL console"}
    ]
  },
  {
    name: "About this site",
    folder: "about",
    pages: [
      {page: "your-data", name: "Your data"},
      {page: "quality", name: "Data quality"},
      {page: "guide", name: "Make a new analysis"}
    ]
  }
];

/** Where a page stands in the site, without its ending. @example pagePath("train") => "models/train" */
export function pagePath(page: string): string {
  const wing = wings.find(({pages}) => pages.some((one) => one.page === page));
  return wing ? `${wing.folder}/${page}` : page;
}
