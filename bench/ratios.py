#!/usr/bin/env python3
"""Prints the figures that compare machines badly and programs well: ratios of
one run.

  bazel run -c opt //bench:extract_bench -- --benchmark_repetitions=9 \
      --benchmark_enable_random_interleaving=true \
      --benchmark_report_aggregates_only=true \
      --benchmark_out=/tmp/extract.json --benchmark_out_format=json
  bench/ratios.py /tmp/extract.json [more.json ...]

Takes medians where there are repetitions.  A ratio whose benchmarks are not in
the files is left out.
"""

import json
import sys

# name, what is divided, by what, floor, goal
RATIOS = [
    ("P1 extraction / one RE2 pass of 10 patterns",
     "BM_ExtractClaims/news", "BM_Re2Reference/10", 0.3, 1.0),
    ("P2 extraction / one RE2 pass of 50 patterns",
     "BM_ExtractClaims/news", "BM_Re2Reference/50", 1.0, 3.0),
    ("P4 extraction / memchr newline loop",
     "BM_ExtractClaims/news", "BM_MemchrBaseline", 1 / 120, 1 / 40),
    ("   values only / one RE2 pass of 50 patterns",
     "BM_ExtractValues", "BM_Re2Reference/50", None, None),
    ("   mentions only / one RE2 pass of 50 patterns",
     "BM_ExtractMentions", "BM_Re2Reference/50", None, None),
    ("   tokens / one RE2 pass of 10 patterns",
     "BM_Tokenize", "BM_Re2Reference/10", None, None),
    ("   claims of hostile text / of news",
     "BM_ExtractClaims/adversarial", "BM_ExtractClaims/news", 0.1, None),
]

# name, benchmark, counter, most allowed, goal
COUNTERS = [
    ("P11 matching, ns a claim at 10^6", "BM_MatchJoin/1000000",
     "ns_per_claim", 2000, 500),
    ("P12 recall against brute force", "BM_MatchBruteForce/10000", "recall",
     None, None),
    ("P15 bytes a claim, matching at 10^6", "BM_MatchJoin/1000000",
     "bytes_per_claim", 400, 150),
    ("   candidates a claim at 10^4", "BM_MatchJoin/10000",
     "candidates_per_claim", None, None),
    ("   candidates a claim at 10^5", "BM_MatchJoin/100000",
     "candidates_per_claim", None, None),
    ("   candidates a claim at 10^6", "BM_MatchJoin/1000000",
     "candidates_per_claim", None, None),
    ("   claims a MB", "BM_ExtractClaims/news", "claims_per_MB", None, None),
]


def load(paths):
    """Benchmark name -> its record, the median if there is one."""
    found = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for record in json.load(file)["benchmarks"]:
                kind = record.get("run_type")
                if kind == "aggregate" and record["aggregate_name"] != "median":
                    continue
                name = record.get("run_name", record["name"])
                if kind == "aggregate" or name not in found:
                    found[name] = record
    return found


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    found = load(sys.argv[1:])
    print(f"{'ratio':50} {'measured':>9} {'floor':>9} {'goal':>9}")
    show = lambda x: "" if x is None else f"{x:.4g}"
    for name, top, bottom, floor, goal in RATIOS:
        if top in found and bottom in found:
            ratio = (found[top]["bytes_per_second"] /
                     found[bottom]["bytes_per_second"])
            print(f"{name:50} {ratio:9.4f} {show(floor):>9} {show(goal):>9}")
    for name, benchmark, counter, most, goal in COUNTERS:
        if counter in found.get(benchmark, {}):
            value = found[benchmark][counter]
            print(f"{name:50} {value:9.4g} {show(most):>9} {show(goal):>9}")


if __name__ == "__main__":
    main()
