#!/usr/bin/env python3
"""Trains the weights that decide what is an attribution and where it ends.

    tools/train_attributions.py --data polnear.jsonl --out FILE

FILE for the program is claims/extract/attributions_weights.tsv.  The data are
JSON Lines, a document each: "id", "text" and "gold", a list of attributions
with the pieces of their content ("fragments", or "start" and "end") and of
their cue ("extra": {"cue": ...}), in characters.  docs/attributions.md says
what is trained; the settings of the training itself are constants in
claims/extract/attributions_train_main.cc.

The program is asked twice.  With no weights the ends are those of the rules:
first the weights learn from them which candidates are attributions at all.
With these weights the ends are nearly those of the program, and what is right
is now what covers the annotated content.
"""

import argparse
import bisect
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGETS = ["//claims/extract:attributions_trace",
           "//claims/extract:attributions_train"]

# Features that weigh less (in hundredths) are left out in the end.  They are
# many, and without them the model refuses more: the bias makes up for that.
LEAST_WEIGHT = 11
BIAS = 45
# Measuring on documents that training has not seen: one part in so many.
PARTS = 5

# A candidate is about an attribution when they share a cue and this much of
# the content at one of its ends, or this much without the cue.
OVERLAP_WITH_CUE = 0.2
OVERLAP_ALONE = 0.7
# It is right when it covers this much of the content.
OVERLAP_RIGHT = 0.5
# Ends that are worse by no more than this are right as well.
NEARLY_BEST = 0.02

# Words are what contents are compared by: punctuation at an end is no matter.
WORD = re.compile(r"\w+(?:['’]\w+)?")


def overlap(a, b):
    """Of two sets of words: how much they share of what they have."""
    return len(a & b) / len(a | b) if a or b else 0


class Document:
    """The words and annotations of a text; all places are bytes of UTF-8."""

    def __init__(self, number, entry):
        self.number = number
        text = entry["text"]
        byte = [0]
        for character in text:
            byte.append(byte[-1] + len(character.encode()))
        words = [m.span() for m in WORD.finditer(text)]
        self.begins = [byte[b] for b, _ in words]
        self.ends = [byte[e] for _, e in words]
        self.contents, self.cues = [], []
        self.gold_of_word = {}
        for gold in entry["gold"]:
            extra = gold.get("extra") or {}
            pieces = (gold.get("fragments") or extra.get("fragments") or
                      [(gold["start"], gold["end"])])
            content = set()
            for b, e in pieces:
                content |= self.words(byte[int(b)], byte[int(e)])
            for word in content:
                self.gold_of_word.setdefault(word, []).append(
                    len(self.contents))
            self.contents.append(content)
            self.cues.append([(byte[b], byte[e])
                              for b, e in extra.get("cue", [])])

    def words(self, begin, end):
        """The words that the bytes from `begin` to `end` touch."""
        if begin >= end:
            return set()
        return set(range(bisect.bisect_right(self.ends, begin),
                         bisect.bisect_left(self.begins, end)))

    def best_gold(self, cue, contents):
        """The attribution that a candidate with these `contents`, one for each
        end, is about: (shares the cue, best overlap, its index), or None."""
        best = None
        near = set()
        for word in set().union(*contents):
            near.update(self.gold_of_word.get(word, ()))
        for k in sorted(near):
            shared = any(b < cue[1] and e > cue[0] for b, e in self.cues[k])
            most = max(overlap(c, self.contents[k]) for c in contents)
            if not (shared and most > OVERLAP_WITH_CUE or
                    most >= OVERLAP_ALONE):
                continue
            if best is None or (shared, most) > best[:2]:
                best = (shared, most, k)
        return best


class Candidate:
    """What the trace says of one: lines C, E (each end) and A."""

    def __init__(self, line):
        fields = line.split()
        self.cue = int(fields[1]), int(fields[2])
        self.fixed = int(fields[4]), int(fields[5])
        self.open_begin = int(fields[6])
        self.ends = []      # (byte, features)
        self.taken = None   # the same

    def content(self, document, end):
        return document.words(*self.fixed) | document.words(self.open_begin,
                                                            end)


class Labeller:
    """Answers the questions of a trace by the annotations."""

    def __init__(self, by_best_end, out):
        self.by_best_end = by_best_end
        self.out = out

    def write_document(self, document, candidates):
        number = document.number
        answers = []     # (gold, rank, right, features)
        best_rank = {}   # of the right candidates of each attribution
        for candidate in candidates:
            contents = [candidate.content(document, end)
                        for end, _ in candidate.ends]
            gold = document.best_gold(candidate.cue, contents)
            end, features = candidate.taken
            if gold is None:
                answers.append((None, None, False, features))
                continue
            shared, most, k = gold
            self.write_ends(document, candidate, contents, gold)
            taken = overlap(candidate.content(document, end),
                            document.contents[k])
            right = (most if self.by_best_end else taken) >= OVERLAP_RIGHT
            rank = (taken, shared)
            if right and (k not in best_rank or rank > best_rank[k]):
                best_rank[k] = rank
            answers.append((k, rank, right, features))
        # Of several candidates for one attribution only the best is right.
        for k, rank, right, features in answers:
            right = right and best_rank.get(k) == rank
            if right:
                best_rank[k] = None
            self.out.write("a %d %d %s\n" % (number, right, features))

    def write_ends(self, document, candidate, contents, gold):
        _, most, k = gold
        if len(contents) < 2:
            return
        self.out.write("G %d\n" % document.number)
        for content, (_, features) in zip(contents, candidate.ends):
            right = overlap(content, document.contents[k]) >= most - NEARLY_BEST
            self.out.write("e %d %s\n" % (right, features))


def label(trace, documents, without_part, by_best_end, out):
    """Turns the lines of a trace into the cases of attributions_train."""
    labeller = Labeller(by_best_end, out)
    document, candidates = None, []

    def finish():
        if document and document.number % PARTS != without_part:
            labeller.write_document(document, candidates)

    for line in trace:
        line = line.rstrip("\n")
        if line[0] == "D":
            finish()
            number, entry = documents[line[2:]]
            document, candidates = Document(number, entry), []
        elif line[0] == "C":
            candidates.append(Candidate(line))
        elif line[0] == "E":
            _, end, _, features = line.split(" ", 3)
            candidates[-1].ends.append((int(end), features))
        elif line[0] == "A":
            _, end, features = line.split(" ", 2)
            candidates[-1].taken = int(end), features
    finish()


def programs(directory):
    """The paths of the trace and the trainer, built unless `directory`."""
    if not directory:
        bazel = ["bazel", "--config=release"]
        subprocess.run([bazel[0], "build", bazel[1]] + TARGETS, cwd=ROOT,
                       check=True)
        directory = os.path.join(
            subprocess.run([bazel[0], "info", bazel[1], "bazel-bin"],
                           cwd=ROOT, check=True, text=True,
                           stdout=subprocess.PIPE).stdout.strip(),
            "claims", "extract")
    return (os.path.join(directory, "attributions_trace"),
            os.path.join(directory, "attributions_train"))


def main():
    flags = argparse.ArgumentParser(
        description="Trains the weights of attributions.")
    flags.add_argument("--data", required=True, help="annotated documents")
    flags.add_argument("--out", required=True, help="file for the weights")
    flags.add_argument("--without-part", type=int, default=-1, metavar="N",
                       help="leave each fifth document out, from N on (0-4)")
    flags.add_argument("--bin", metavar="DIR",
                       help="programs that are built already")
    flags = flags.parse_args()
    trace_program, train_program = programs(flags.bin)

    with open(flags.data, encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    documents = {e["id"]: (i, e) for i, e in enumerate(entries)}

    with tempfile.TemporaryDirectory() as scratch:
        def path(name):
            return os.path.join(scratch, name)

        with open(path("documents"), "wb") as out:
            for entry in entries:
                text = entry["text"].encode()
                out.write(b"%s %d\n%s\n" % (entry["id"].encode(), len(text),
                                            text))

        def run(program, arguments, source, target):
            with open(source, "rb") as stdin, open(target, "wb") as stdout:
                subprocess.run([program] + arguments, stdin=stdin,
                               stdout=stdout, check=True)

        def train_pass(weights, by_best_end, arguments, target):
            run(trace_program, weights, path("documents"), path("trace"))
            with open(path("trace"), encoding="utf-8", newline="\n") as trace, \
                 open(path("cases"), "w", encoding="utf-8") as cases:
                label(trace, documents, flags.without_part, by_best_end, cases)
            run(train_program, arguments, path("cases"), target)

        train_pass([], True, [], path("first"))
        train_pass([path("first")], False,
                   ["--bias", str(BIAS), "--least", str(LEAST_WEIGHT)],
                   flags.out)


if __name__ == "__main__":
    sys.exit(main())
