#!/usr/bin/env python3
"""Trains the weights that decide which two values, or remarks, of two texts are one.

    tools/train_pairs.py KIND --out FILE STORY... [--others FILE...]

KIND is "values" (FILE for the program is rules/link/value_pair_weights.inc) or
"remarks" (rules/link/remark_pair_weights.inc).  A STORY is a folder of texts (*.txt) on
one event with meta.json, which has the day of each, and key.jsonl, what they tell
differently, as testdata/invented/README.md says.  --others are JSON Lines, a document
each ("id", "text", "published"), of texts on many things: what is found between them is
none.  docs/linking.md says what is trained.

The program writes the pairs that it would weigh (pair_trace).  A pair is right where
its places stand at the two sides of one row of the key of the kind; where a row is of
another kind nothing is learned from it.  The weights are those of a logistic
regression, drawn to zero, found by Newton's method: the same input gives the same
file.
"""

import argparse
import glob
import json
import math
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGET = "//rules/link:pair_trace"
# How strongly weights are drawn to zero, of features that are one wide.
RIDGE = 1.0
STEPS = 30
# Measuring on stories that training has not seen: one part in so many.
PARTS = 10
# Odds in favour from which a pair is shown, as a logarithm; the program's.
LEAST = {"values": 0.6, "remarks": 0.4}


def sides(row):
    """The places of a row of a key: those that tell one thing, and the other."""
    places = {"a": [], "b": []}
    for side in "ab":
        if row.get(side):
            places[side].append((row[side]["file"], *row[side]["byte"]))
    for more in row.get("more") or []:
        if more.get("side") in places and "byte" in more:
            places[more["side"]].append((more["file"], *more["byte"]))
    return places


def stands_in(value, places):
    file, begin, end = value
    return any(file == f and begin < e and b < end for f, b, e in places)


def is_of_values(row):
    return "contradiction" in row["kind"]


def is_of_remarks(row):
    claim = row.get("claim_kind") or ""
    if row["kind"] == "quote variation":
        return not re.search("speaker|who", claim)
    return ("contradiction" in row["kind"] and
            re.match("quot|wording", claim) is not None and
            "speaker" not in claim)


KINDS = {"values": is_of_values, "remarks": is_of_remarks}


class Story:
    def __init__(self, folder, is_of_kind):
        days = {}
        meta = os.path.join(folder, "meta.json")
        if os.path.exists(meta):
            with open(meta, encoding="utf-8") as f:
                days = {d["file"]: d.get("date")
                        for d in json.load(f)["documents"]}
        self.documents = []
        for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
            name = os.path.basename(path)
            with open(path, encoding="utf-8") as f:
                document = {"id": name, "text": f.read()}
            if days.get(name):
                document["published"] = days[name]
            self.documents.append(document)
        with open(os.path.join(folder, "key.jsonl"), encoding="utf-8") as f:
            rows = [json.loads(line) for line in f]
        self.rows = [(row["kind"], is_of_kind(row), sides(row)) for row in rows
                     if row.get("a") and "byte" in row["a"]]

    def label(self, left, right):
        """1: one thing; 0: not; None: the key does not tell."""
        label = 0
        for kind, of_kind, places in self.rows:
            for a, b in (("a", "b"), ("b", "a")):
                if (stands_in(left, places[a]) and
                        stands_in(right, places[b])):
                    if of_kind:
                        return 1
                    if kind != "control":
                        label = None
        return label


class Others:
    """Texts between which nothing is to be found."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as f:
            self.documents = [
                {k: d[k] for k in ("id", "text", "published") if d.get(k)}
                for d in map(json.loads, f)]

    def label(self, left, right):
        return 0


def read_pairs(kind, stories):
    """(features' names, [(story, label, values of the features)])"""
    subprocess.run(["bazel", "build", "-c", "opt", TARGET], cwd=ROOT, check=True)
    program = os.path.join(
        subprocess.run(["bazel", "info", "-c", "opt", "bazel-bin"], cwd=ROOT,
                       check=True, capture_output=True,
                       text=True).stdout.strip(),
        TARGET[2:].replace(":", "/"))
    documents = "\n\n".join(
        "\n".join(json.dumps(d, ensure_ascii=False) for d in story.documents)
        for story in stories) + "\n"
    trace = subprocess.run([program, kind], input=documents, check=True,
                           capture_output=True, text=True).stdout.splitlines()
    names = trace[0].lstrip("#").split()
    pairs = []
    for line in trace[1:]:
        story, *rest = line.split("\t")
        left = (rest[0], int(rest[1]), int(rest[2]))
        right = (rest[3], int(rest[4]), int(rest[5]))
        label = stories[int(story)].label(left, right)
        if label is not None:
            pairs.append((int(story), label, [int(v) / 100 for v in rest[6:]]))
    return names, pairs


def solve(matrix, vector):
    """By Gauss's elimination with the largest pivot."""
    n = len(vector)
    rows = [list(matrix[i]) + [vector[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(n):
            if r == i or rows[r][i] == 0:
                continue
            factor = rows[r][i] / rows[i][i]
            for c in range(i, n + 1):
                rows[r][c] -= factor * rows[i][c]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def train(pairs):
    """The weights of the features; the first is 1 in every pair and drawn nowhere."""
    n = len(pairs[0][2])
    scales = [1.0] * n
    means = [0.0] * n
    for f in range(1, n):
        values = [p[2][f] for p in pairs]
        means[f] = sum(values) / len(values)
        spread = math.sqrt(sum((v - means[f]) ** 2 for v in values) /
                           len(values))
        scales[f] = spread or 1.0
    rows = [[(v - m) / s for v, m, s in zip(p[2], means, scales)]
            for p in pairs]
    for row in rows:
        row[0] = 1.0
    weights = [0.0] * n
    for _ in range(STEPS):
        gradient = [RIDGE * w for w in weights]
        gradient[0] = 0.0
        hessian = [[0.0] * n for _ in range(n)]
        for f in range(1, n):
            hessian[f][f] = RIDGE
        for row, (_, label, _) in zip(rows, pairs):
            z = sum(w * v for w, v in zip(weights, row))
            p = 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
            for i in range(n):
                if row[i] == 0:
                    continue
                gradient[i] += (p - label) * row[i]
                scale = p * (1 - p) * row[i]
                for j in range(n):
                    hessian[i][j] += scale * row[j]
        step = solve(hessian, gradient)
        weights = [w - s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-9:
            break
    plain = [w / s for w, s in zip(weights, scales)]
    plain[0] = weights[0] - sum(
        w * m for w, m in zip(plain[1:], means[1:]))
    return plain


def weigh(weights, pair):
    return sum(w * v for w, v in zip(weights, pair[2]))


def measure(kind, pairs):
    """Of stories that training has not seen: pairs shown, and how many are right."""
    shown = right = 0
    groups = sorted({p[0] for p in pairs})
    for part in range(PARTS):
        held = set(groups[part::PARTS])
        rest = [p for p in pairs if p[0] not in held]
        weights = train(rest)
        for pair in pairs:
            if pair[0] in held and weigh(weights, pair) >= LEAST[kind]:
                shown += 1
                right += pair[1]
    print("%d pairs, %d are one; unseen: %d shown, %d right" % (
        len(pairs), sum(p[1] for p in pairs), shown, right), file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("--out", required=True)
    parser.add_argument("stories", nargs="+", metavar="STORY")
    parser.add_argument("--others", nargs="*", default=[], metavar="FILE")
    args = parser.parse_args()
    stories = [Story(s, KINDS[args.kind]) for s in args.stories]
    stories += [Others(o) for o in args.others]
    names, pairs = read_pairs(args.kind, stories)
    if names[0] != "bias":
        sys.exit("train_pairs: the first feature has to be the bias")
    measure(args.kind, pairs)
    weights = train(pairs)
    with open(args.out, "w", encoding="utf-8") as out:
        out.write("// What is weighed, with its weight in thousandths for each 100, "
                  "as\n// tools/train_pairs.py wrote it.\n")
        for name, weight in zip(names, weights):
            out.write("CLAIMCHECK_WEIGHT(%s, %d)\n" % (name, round(weight * 1000)))


if __name__ == "__main__":
    main()
