"""The formats as other programs read them: stock_readers_test.py PROGRAM.

Each format is read by a reader that knows nothing of claimcheck: Python's csv,
json and XML modules.  SARIF is held against what its standard requires of the
parts that are written; its schema is not ours to copy.
"""

import csv
import html
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import xml.etree.ElementTree
import zipfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../.."))
STORY = os.path.join(ROOT, "testdata/stories/summit")
PROGRAM = None

HOSTILE = {
    "=1+1,\"x\".txt": "The =fund] held [40](http://x) guests on 3 May 2021, "
                      "said Ada Pike.\n\n\"It & was <late>,\" Pike said.\n",
    "<b> & é.txt": "\ufeffThe =fund] held [50](http://x) guests on 4 May 2021, "
                   "said Ada\u202E Pike.\n\n\"It & was <too> late,\" Pike said."
                   "\n",
}


def run(folder, *arguments):
    done = subprocess.run([PROGRAM, *arguments], cwd=folder,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(done.stderr.decode())
    return done.stdout


class StockReadersTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.hostile = tempfile.TemporaryDirectory(prefix="claimcheck-")
        for name, text in HOSTILE.items():
            with open(os.path.join(cls.hostile.name, name), "w",
                      encoding="utf-8") as file:
                file.write(text)

    @classmethod
    def tearDownClass(cls):
        cls.hostile.cleanup()

    def outputs(self, form, *flags):
        """What the format is for each story, with the folder it was read in."""
        for folder in (STORY, self.hostile.name):
            names = sorted(name for name in os.listdir(folder)
                           if name.endswith(".txt"))
            yield folder, run(folder, "compare", "--format=" + form,
                              "--severity=note", *flags, "--", *names)

    def text_at(self, folder, path):
        with open(os.path.join(folder, path), "rb") as file:
            return file.read()

    def test_json_is_json(self):
        for folder, output in self.outputs("json"):
            report = json.loads(output)
            self.assertTrue(report["findings"])
            for finding in report["findings"]:
                for place in finding["evidence"]:
                    text = self.text_at(folder, place["documentId"])
                    span = place["span"]
                    self.assertEqual(
                        text[span.get("begin", 0):span["end"]].decode(),
                        place["text"])

    def test_csv_has_a_line_a_place(self):
        for folder, output in self.outputs("csv"):
            rows = list(csv.DictReader(io.StringIO(output.decode(),
                                                   newline="")))
            self.assertTrue(rows)
            self.assertTrue(all(None not in row and None not in row.values()
                                for row in rows))
            for row in rows:
                for cell in row.values():
                    self.assertNotIn(cell[:1], ("=", "+", "-", "@"))
                name = row["document"].lstrip("'")
                self.assertIn(name, os.listdir(folder))

    def test_sheet_is_read_back(self):
        for folder, output in self.outputs("sheet"):
            rows = list(csv.reader(io.StringIO(output.decode(), newline="")))
            head = rows[0]
            rows[1][head.index("note")] = "called,\n\"twice\""
            rows[1][head.index("tick")] = "x"
            with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="",
                                             encoding="utf-8") as file:
                csv.writer(file).writerows(rows)
                file.flush()
                names = sorted(name for name in os.listdir(folder)
                               if name.endswith(".txt"))
                again = run(folder, "compare", "--format=sheet",
                            "--sheet=" + file.name, "--", *names)
            again = list(csv.reader(io.StringIO(again.decode(), newline="")))
            self.assertEqual(again, rows)

    def test_junit_is_xml(self):
        for _, output in self.outputs("junit"):
            root = xml.etree.ElementTree.fromstring(output)
            self.assertEqual(root.tag, "testsuites")
            cases = root.findall("testsuite/testcase")
            failures = root.findall("testsuite/testcase/failure")
            self.assertEqual(int(root.get("tests")), len(cases))
            self.assertEqual(int(root.get("failures")), len(failures))
            self.assertTrue(failures)
            for suite in root:
                self.assertEqual(int(suite.get("tests")),
                                 len(suite.findall("testcase")))

    def test_sarif_is_what_its_standard_asks(self):
        for folder, output in self.outputs("sarif"):
            log = json.loads(output)
            self.assertEqual(log["version"], "2.1.0")
            run_ = log["runs"][0]
            rules = run_["tool"]["driver"]["rules"]
            self.assertEqual(len({rule["id"] for rule in rules}), len(rules))
            for rule in rules:
                self.assertTrue(rule["help"]["text"])
            self.assertEqual(run_["columnKind"], "utf16CodeUnits")
            self.assertIs(run_["invocations"][0]["executionSuccessful"], True)
            self.assertTrue(run_["results"])
            for result in run_["results"]:
                self.assertEqual(rules[result["ruleIndex"]]["id"],
                                 result["ruleId"])
                self.assertIn(result["level"],
                              ("none", "note", "warning", "error"))
                if result["kind"] != "fail":
                    self.assertEqual(result["level"], "none")
                self.assertTrue(result["message"]["text"])
                self.assertTrue(result["partialFingerprints"])
                related = result.get("relatedLocations", [])
                self.assertEqual([place["id"] for place in related],
                                 list(range(1, len(related) + 1)))
                for place in result["locations"] + related:
                    self.check_region(folder, run_, place["physicalLocation"])

    def check_region(self, folder, run_, place):
        artifact = place["artifactLocation"]
        self.assertEqual(
            run_["artifacts"][artifact["index"]]["location"]["uri"],
            artifact["uri"])
        self.assertEqual(urllib.parse.urlparse(artifact["uri"]).scheme, "")
        text = self.text_at(folder, urllib.parse.unquote(artifact["uri"]))
        lines = text.decode().split("\n")
        region = place["region"]
        if region["startLine"] == region["endLine"]:
            units = lines[region["startLine"] - 1].encode("utf-16-le")
            words = units[2 * (region["startColumn"] - 1):
                          2 * (region["endColumn"] - 1)].decode("utf-16-le")
            self.assertEqual(words, region["snippet"]["text"])

    def test_rdjsonl_points_at_bytes(self):
        for folder, output in self.outputs("rdjsonl"):
            lines = [json.loads(line) for line in output.splitlines()]
            self.assertTrue(lines)
            for diagnostic in lines:
                self.assertIn(diagnostic["severity"],
                              ("ERROR", "WARNING", "INFO"))
                place = diagnostic["location"]
                text = self.text_at(folder, place["path"]).split(b"\n")
                begin, end = place["range"]["start"], place["range"]["end"]
                self.assertLess(begin["column"] - 1,
                                len(text[begin["line"] - 1]))
                # Between two characters, and not inside one.
                text[begin["line"] - 1][begin["column"] - 1:].decode()
                text[end["line"] - 1][end["column"] - 1:].decode()

    def test_annotations_find_their_words(self):
        for folder, output in self.outputs("annotations"):
            page = json.loads(output)
            self.assertEqual(page["@context"],
                             "http://www.w3.org/ns/anno.jsonld")
            self.assertEqual(len({item["id"] for item in page["items"]}),
                             len(page["items"]))
            for item in page["items"]:
                self.assertTrue(item["body"] and item["target"])
                for target in item["target"]:
                    position, quote = target["selector"]
                    text = self.text_at(folder, urllib.parse.unquote(
                        target["source"])).decode()
                    begin, end = position["start"], position["end"]
                    self.assertEqual(text[begin:end], quote["exact"])
                    self.assertEqual(text[max(0, begin - 32):begin],
                                     quote["prefix"])
                    self.assertEqual(text[end:end + 32], quote["suffix"])

    def test_workflow_commands_stay_on_their_lines(self):
        for _, output in self.outputs("github"):
            for line in output.decode().splitlines():
                self.assertRegex(line, "^::(error|warning|notice) [^\n]*::.")

    def test_claimreview_is_json_ld_of_rated_rows(self):
        for folder, output in self.outputs("sheet"):
            rows = list(csv.reader(io.StringIO(output.decode(), newline="")))
            rows[1][rows[0].index("rating")] = "2/5 Mostly false"
            with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="",
                                             encoding="utf-8") as file:
                csv.writer(file).writerows(rows)
                file.flush()
                names = sorted(name for name in os.listdir(folder)
                               if name.endswith(".txt"))
                output = run(folder, "compare", "--format=claimreview",
                             "--sheet=" + file.name, "--review-author=Desk",
                             "--review-url=https://example.org/check", "--",
                             *names)
            reviews = json.loads(output)
            self.assertEqual(len(reviews), 1)
            self.assertEqual(reviews[0]["reviewRating"]["ratingValue"], 2)
            self.assertTrue(reviews[0]["itemReviewed"]["appearance"])


DRAFT = """# The ferry leaves

The ferry Zoë left **Arlen** on
_4 May 2024_ with 230 passengers, the harbour office said.
"""
PAGE = """<!doctype html><html><head><meta charset="windows-1252"></head><body>
<nav><a href=/>Home 9</a></nav><article><h1>Ferry leaves</h1>
<p>The&nbsp;ferry Zoë left <a href=x>Arlen</a> on
 <b>3</b> May 2024 with 212&#32;passengers, the harbour office said.</p>
</article></body></html>
"""
OFFICE = ("<w:document xmlns:w='http://schemas.openxmlformats.org/"
          "wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>The ferry Zoë left "
          "Arlen on 3 May 2024 with 212 passengers.</w:t></w:r></w:p></w:body>"
          "</w:document>")
PLAIN = "The ferry Zoë left Arlen on 3 May 2024 with 212 passengers.\r\n"
ENCODINGS = {"draft.md": "utf-8", "page.html": "windows-1252",
             "plain.txt": "utf-16"}


def says(name, text):
    """What a stretch of markup reads as."""
    if name.endswith(".html"):
        text = html.unescape(re.sub("<[^>]*>", "", text))
    if name.endswith(".md"):
        text = re.sub("[*_]", "", text)
    return re.sub("[ \r\n]+", " ", text).strip()


class MixedInputsTest(unittest.TestCase):
    """A draft in Markdown against a page, an office document and a text: every
    format points into the files themselves."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="claimcheck-")
        for name, text in (("draft.md", DRAFT), ("page.html", PAGE),
                           ("plain.txt", PLAIN)):
            with open(os.path.join(cls.folder.name, name), "wb") as file:
                file.write(text.encode(ENCODINGS[name]))
        with zipfile.ZipFile(os.path.join(cls.folder.name, "office.docx"),
                             "w", zipfile.ZIP_DEFLATED) as office:
            office.writestr("word/document.xml", OFFICE)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def output(self, form):
        return run(self.folder.name, "check", "--format=" + form,
                   "--severity=note", "draft.md", "--against", "page.html",
                   "office.docx", "plain.txt")

    def bytes_of(self, name):
        with open(os.path.join(self.folder.name, name), "rb") as file:
            return file.read()

    def slice_of(self, name, begin, end):
        # The mark is the file's, not a stretch's.
        encoding = ENCODINGS[name].replace("utf-16", "utf-16-le")
        return self.bytes_of(name)[begin:end].decode(encoding)

    def lines_of(self, name):
        return self.bytes_of(name).decode(ENCODINGS[name]).split("\n")

    def test_json_spans_are_bytes_of_the_files(self):
        report = json.loads(self.output("json"))
        seen = set()
        for finding in report["findings"]:
            for place in finding["evidence"]:
                name, span = place["documentId"], place["span"]
                seen.add(name)
                if name == "office.docx":
                    continue
                words = self.slice_of(name, span.get("begin", 0), span["end"])
                self.assertEqual(says(name, words), place["text"])
                lines = self.lines_of(name)
                line = lines[place["start"]["line"] - 1]
                self.assertTrue(
                    line[place["start"]["column"] - 1:].startswith(
                        words.split("\n")[0]), place)
        self.assertEqual(len(seen), 4)

    def test_sarif_regions_hold_their_snippets(self):
        run_ = json.loads(self.output("sarif"))["runs"][0]
        artifacts = {artifact["location"]["uri"]: artifact
                     for artifact in run_["artifacts"]}
        self.assertIn("description", artifacts["office.docx"])
        checked = 0
        for result in run_["results"]:
            for place in result["locations"] + result.get("relatedLocations", []):
                place = place["physicalLocation"]
                name = place["artifactLocation"]["uri"]
                region = place["region"]
                if name == "office.docx" or (region["startLine"] !=
                                             region["endLine"]):
                    continue
                units = self.lines_of(name)[region["startLine"] - 1].encode(
                    "utf-16-le")
                words = units[2 * (region["startColumn"] - 1):
                              2 * (region["endColumn"] - 1)]
                self.assertEqual(says(name, words.decode("utf-16-le")),
                                 region["snippet"]["text"])
                checked += 1
        self.assertGreater(checked, 1)

    def test_rdjsonl_columns_are_bytes(self):
        for line in self.output("rdjsonl").splitlines():
            place = json.loads(line)["location"]
            lines = self.bytes_of(place["path"]).split(b"\n")
            begin, end = place["range"]["start"], place["range"]["end"]
            if begin["line"] == end["line"]:
                words = lines[begin["line"] - 1][begin["column"] - 1:
                                                 end["column"] - 1].decode()
                self.assertEqual(words, words.strip(" *_"))

    def test_annotations_select_bytes_and_words(self):
        checked = 0
        for item in json.loads(self.output("annotations"))["items"]:
            for target in item["target"]:
                name = urllib.parse.unquote(target["source"])
                quote = target["selector"][-1]
                self.assertEqual(quote["type"], "TextQuoteSelector")
                if name == "office.docx":
                    self.assertEqual(len(target["selector"]), 1)
                    continue
                data = target["selector"][0]
                self.assertEqual(data["type"], "DataPositionSelector")
                self.assertEqual(
                    says(name, self.slice_of(name, data["start"], data["end"])),
                    quote["exact"])
                checked += 1
        self.assertGreater(checked, 3)

    def test_every_other_format_is_written(self):
        for form in ("text", "short", "jsonl", "pb", "github", "junit",
                     "markdown", "csv", "sheet", "html"):
            self.assertTrue(self.output(form), form)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
