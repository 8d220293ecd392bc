#!/usr/bin/env python3
"""Measures what claimcheck finds between the texts of stories that have a key.

    tools/score_stories.py --checker PROGRAM [--list] STORY...

A STORY is a folder of texts on one event, with key.jsonl and meta.json as
testdata/invented/README.md describes them.  The stories of one folder are counted
together.  For each such folder, and for all, it prints

    found     differences of the key that were shown, of those planted
    right     findings that have their place in the key, of those shown
    controls  pairs that only look like a difference and were shown, of all of them

Shown are findings of a contradiction, within a text or between two, and of a quotation
in two wordings, of severity error or warning.  A finding meets a row of the key when
its evidence touches both sides of the row.  As one finding speaks of one fact, it
counts for that fact only in whose places most of its bytes lie.  Asked for are facts of
severity error and warning that are not merely possible; the other differences of the
key make a finding right, but nobody misses them.  A control is flagged by a finding
that meets it and no difference.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys

DIFFERENCES = ("contradiction", "internal contradiction", "quote variation")
FINDINGS = ("CONTRADICTION", "SELF_INCONSISTENT", "QUOTE_VARIATION")
SHOWN = ("ERROR", "WARNING")
# Evidence of more bytes, whole paragraphs, points at nothing.
LONGEST = 1500

Place = collections.namedtuple("Place", "file begin end")
Finding = collections.namedtuple("Finding", "rule message places")


def shared_bytes(one, other):
    if one.file != other.file:
        return 0
    return max(0, min(one.end, other.end) - max(one.begin, other.begin))


class Row:
    """A row of a key: a fact that is told in two ways, or seems to be."""

    def __init__(self, row):
        self.label = "%s (%s)" % (row["id"], row["claim_kind"])
        self.control = row["kind"] == "control"
        self.difference = row["kind"] in DIFFERENCES
        self.asked = (self.difference and row["severity"] in ("error", "warning")
                      and row["certainty"] != "possible")
        self.subject = row["cluster"] or row["id"]
        self.fact = (row["kind"], self.subject)
        self.sides = {"a": [], "b": []}
        # What has no side is there for the reader.
        for place in [dict(row["a"], side="a"), dict(row["b"], side="b"), *row["more"]]:
            if "side" in place:
                self.sides[place["side"]].append(Place(place["file"], *place["byte"]))

    def places(self):
        return self.sides["a"] + self.sides["b"]

    def is_met_by(self, places):
        return all(any(shared_bytes(p, s) for p in places for s in side)
                   for side in self.sides.values())


def read_key(folder):
    with open(folder / "key.jsonl", encoding="utf-8") as f:
        return [Row(json.loads(line)) for line in f]


def find(checker, folder):
    """The findings that the program shows of the story in a folder."""
    with open(folder / "meta.json", encoding="utf-8") as f:
        days = {d["file"]: d["date"] for d in json.load(f)["documents"]}
    documents = []
    for path in sorted(folder.glob("*.txt")):
        # Read as bytes, as line ends must stay what they are.
        document = {"id": path.name, "text": path.read_bytes().decode()}
        if days.get(path.name):
            document["published"] = days[path.name]
        documents.append(json.dumps(document))
    run = subprocess.run(
        [checker, "compare", "--input=jsonl", "--format=json", "--fail-on=never", "-"],
        input="\n".join(documents).encode(), stdout=subprocess.PIPE, check=True)
    for finding in json.loads(run.stdout).get("findings", []):
        if finding["kind"] in FINDINGS and finding["severity"] in SHOWN:
            places = [Place(e["documentId"], e["span"].get("begin", 0), e["span"]["end"])
                      for e in finding["evidence"]]
            yield Finding(finding["ruleId"], finding["message"],
                          [p for p in places if p.end - p.begin <= LONGEST])


def of_one_fact(met, differences, places):
    """Of the rows that one finding meets, those of the fact it speaks of."""
    weight = {}
    for subject in {row.subject for row in met}:
        told = [p for row in differences if row.subject == subject for p in row.places()]
        weight[subject] = sum(max(shared_bytes(place, t) for t in told)
                              for place in places)
    return [row for row in met if weight[row.subject] == max(weight.values())]


def score_story(checker, folder, list_all):
    rows = read_key(folder)
    differences = [row for row in rows if row.difference]
    found, flagged, wrong, shown = set(), set(), [], 0
    for finding in find(checker, folder):
        shown += 1
        met = [row for row in rows if row.is_met_by(finding.places)]
        right = of_one_fact([r for r in met if r.difference], differences,
                            finding.places)
        found.update(row.fact for row in right if row.asked)
        if not right:
            controls = [row.label for row in met if row.control]
            flagged.update(controls)
            wrong.append((finding, controls))
    if list_all:
        list_story(folder, wrong, [row for row in differences
                                   if row.asked and row.fact not in found])
    return collections.Counter(
        stories=1, found=len(found), shown=shown, right=shown - len(wrong),
        planted=len({row.fact for row in rows if row.asked}),
        flagged=len(flagged), controls=sum(row.control for row in rows))


def list_story(folder, wrong, missed):
    def list_places(places):
        for place in places:
            text = (folder / place.file).read_bytes()[place.begin:place.end]
            print("    %s: %s" % (place.file, text.decode("utf-8", "replace")))

    print(folder)
    for finding, controls in wrong:
        print("  wrong: %s: %s" % (finding.rule, finding.message))
        for control in controls:
            print("  a control: " + control)
        list_places(finding.places)
    for row in missed:
        print("  missed: " + row.label)
        list_places(row.places())


def percent(part, whole):
    return 100 * part / whole if whole else 100.0


def print_line(name, n):
    print("%-12s %7s  %-16s %-16s %s" % (
        name, n["stories"],
        "%d/%d %.1f %%" % (n["found"], n["planted"], percent(n["found"], n["planted"])),
        "%d/%d %.1f %%" % (n["right"], n["shown"], percent(n["right"], n["shown"])),
        "%d/%d" % (n["flagged"], n["controls"])))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checker", required=True, metavar="PROGRAM")
    parser.add_argument("--list", action="store_true",
                        help="print also what was missed and what was wrong")
    for name in ("--least-found", "--least-right"):
        parser.add_argument(name, type=float, default=0, metavar="PERCENT",
                            help="exit with 1 when less is, over all stories")
    parser.add_argument("stories", nargs="+", metavar="STORY", type=pathlib.Path)
    args = parser.parse_args()

    groups = collections.defaultdict(collections.Counter)
    for story in args.stories:
        groups[story.absolute().parent.name].update(
            score_story(args.checker, story, args.list))
    total = sum(groups.values(), collections.Counter())
    print("%-12s %7s  %-16s %-16s %s" % ("", "stories", "found", "right", "controls"))
    for name, counts in groups.items():
        print_line(name, counts)
    print_line("all", total)

    found = percent(total["found"], total["planted"])
    right = percent(total["right"], total["shown"])
    if found < args.least_found or right < args.least_right:
        sys.exit("score_stories: found %.1f %%, at least %g asked for; right %.1f %%, "
                 "at least %g" % (found, args.least_found, right, args.least_right))


if __name__ == "__main__":
    main()
