"""The report page in a real browser: browser_test.py PROGRAM [TEST ...].

Needs chromium and chromedriver; ./test runs it.  Nothing here opens a network
connection but that to chromedriver on this machine.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from web_driver import Browser  # pylint: disable=wrong-import-position

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../.."))
STORY = os.path.join(ROOT, "testdata/stories/summit")
PROGRAM = None

HOSTILE = """Mayor opens bridge </title><script>document.title='owned'</script>

The bridge over the Lund<img src=x onerror="document.title='owned'"> opened on \
3 May 2021 with 40 guests, said Ada "><svg onload=document.title='owned'> Pike.

"It was </q><style>*{display:none}</style> late," Ada Pike said.
"""
HOSTILE_OTHER = HOSTILE.replace("3 May", "4 May").replace("40 g", "50 g")

# Every text that can be read against what is behind it, by the formula of WCAG.
CONTRAST = """
const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
const linear = v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
const light = c => .2126 * linear(c[0]) + .7152 * linear(c[1]) + .0722 * linear(c[2]);
const behind = e => {
  for (; e; e = e.parentElement) {
    const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] === 1) return c;
  }
  return [255, 255, 255];
};
const bad = new Set();
let seen = 0;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || e.closest('script, svg, option')) continue;
  if (!e.checkVisibility()) continue;
  ++seen;
  const style = getComputedStyle(e);
  const [a, b] = [light(parse(style.color)), light(behind(e))].sort((x, y) => y - x);
  const ratio = (a + .05) / (b + .05);
  if (ratio < 4.5) bad.add(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
}
return [...bad, ...(seen > 200 ? [] : ['only ' + seen + ' texts seen'])];
"""


def run(*arguments):
    """The output of the program; findings are no failure."""
    done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(done.stderr.decode())
    return done.stdout


class PageTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="claimcheck-page-")
        cls.story = os.path.join(cls.folder, "story")
        shutil.copytree(STORY, cls.story)
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        shutil.rmtree(cls.folder, ignore_errors=True)

    def setUp(self):
        self.browser.resize(1280)
        self.browser.prefer("light")

    def documents(self):
        return sorted(os.path.join(self.story, name)
                      for name in os.listdir(self.story)
                      if name.endswith(".txt"))

    def write(self, name, page):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(page)
        return path

    def compare(self, *flags):
        return self.write("compare.html", run(
            "compare", "--format=html", *flags, *self.documents()))

    def check(self, *flags):
        documents = self.documents()
        return self.write("check.html", run(
            "check", "--format=html", *flags, documents[3], "--against",
            *documents[:3], documents[4]))

    def open(self, path):
        self.browser.open(path)
        self.browser.complaints()
        self.browser._call("POST", self.browser.session + "/refresh", {})

    def quiet(self):
        self.assertEqual(self.browser.complaints(), [])

    def wait(self, what, condition):
        deadline = time.time() + 20
        while time.time() < deadline:
            result = condition()
            if result:
                return result
            time.sleep(0.05)
        self.fail("waited in vain for " + what)
        return None

    def in_view(self, selector):
        return self.browser.script(
            "const r = document.querySelector(arguments[0])"
            ".getBoundingClientRect();"
            "return r.bottom > 0 && r.top < innerHeight", selector)

    def saved(self, name):
        path = os.path.join(self.browser.downloads, name)
        self.wait(name, lambda: os.path.exists(path))
        kept = os.path.join(self.folder, name)
        shutil.move(path, kept)
        return kept

    def first_key(self):
        return self.browser.script(
            "return document.querySelector('.card').dataset.key")

    def test_opens_without_complaint(self):
        for page in (self.compare(), self.check()):
            self.assertLess(os.path.getsize(page), 300_000)
            self.open(page)
            self.quiet()
            self.assertEqual(self.browser.script("return document.title"),
                             "Claimcheck report")
            self.assertGreater(self.browser.script(
                "return document.querySelectorAll('.facts tbody tr').length"), 0)

    def test_a_finding_leads_to_both_places_and_back(self):
        self.open(self.compare())
        links = self.browser.script(
            "return [...document.querySelectorAll('.facts tr:first-child td a')]"
            ".map(a => a.hash)")
        self.assertGreaterEqual(len(links), 2)
        for link in (links[0], links[-1]):
            self.browser.script(
                "document.querySelector('.facts td a[href=\"'+arguments[0]+'\"]')"
                ".click()", link)
            self.wait("the place to come into view",
                      lambda link=link: self.in_view(link))
            self.browser.script("document.querySelector(arguments[0]).click()",
                                link)
            self.wait("the finding to come into view", lambda: self.in_view(
                "#f-" + self.first_key()))
        self.quiet()

    def test_what_is_supported_takes_a_line_until_it_is_opened(self):
        self.open(self.check())
        key = self.browser.script(
            "return document.querySelector('#draft .card.ok').id")
        sides = ("return document.querySelector('#' + arguments[0] + "
                 "' .sides').checkVisibility()")
        self.assertFalse(self.browser.script(sides, key))
        self.browser.script("document.querySelector('#' + arguments[0] + "
                            "' summary').click()", key)
        self.assertTrue(self.browser.script(sides, key))
        # The places are there without that, and lead to the sources.
        link = self.browser.script(
            "const a = document.querySelector('#' + arguments[0] + "
            "' .brief p a.place'); a.click(); return a.hash", key)
        self.wait("the source to come into view", lambda: self.in_view(link))
        self.quiet()

    def test_the_filter_hides_and_shows(self):
        self.open(self.compare())
        shown = ("return [...document.querySelectorAll('.card')]"
                 ".filter(c => c.checkVisibility()).length")
        everything = self.browser.script(shown)
        self.browser.keys("/")
        self.browser.keys("spaceport")
        self.assertEqual(self.browser.script(shown), 1)
        self.assertIn(" of ", self.browser.script(
            "return document.querySelector('#shown').textContent"))
        self.browser.script(
            "const f = document.querySelector('#filter'); f.value = '';"
            "f.dispatchEvent(new Event('input'))")
        self.assertEqual(self.browser.script(shown), everything)
        self.browser.script(
            "const s = document.querySelector('#level'); s.value = 'error';"
            "s.dispatchEvent(new Event('change'))")
        self.assertLess(self.browser.script(shown), everything)

    def test_keys_walk_through_the_findings(self):
        self.open(self.compare())
        self.browser.keys("jj")
        self.assertEqual(self.browser.script(
            "return document.activeElement === "
            "document.querySelectorAll('.card')[1]"), True)
        self.browser.keys("k")
        self.assertEqual(self.browser.script(
            "return document.activeElement.dataset.key"), self.first_key())
        self.browser.keys("e")
        place = self.browser.script("return location.hash")
        self.assertRegex(place, "^#p[0-9]")
        self.browser.keys("e")
        self.assertNotEqual(self.browser.script("return location.hash"), place)
        self.browser.script("document.querySelector('#keys').click()")
        before = self.browser.script("return location.hash")
        self.browser.keys("e")
        self.assertEqual(self.browser.script("return location.hash"), before,
                         "keys can be turned off")

    def tick_first(self, note):
        """Ticks the first finding by keys and notes something."""
        self.browser.keys("jx")
        self.browser.keys(note)
        self.browser.keys("\ue00c")  # Escape

    def test_ticks_survive_saving_and_a_new_draft(self):
        self.open(self.compare())
        key = self.first_key()
        self.tick_first("=asked, \"twice\"")
        self.browser.click("#save-csv")
        sheet = self.saved("sheet.csv")
        with open(sheet, encoding="utf-8-sig", newline="") as file:
            rows = {row["fingerprint"]: row for row in csv.DictReader(file)}
        self.assertEqual(rows[key]["tick"], "x")
        self.assertEqual(rows[key]["note"], "'=asked, \"twice\"",
                         "no cell is a formula")
        # The text moves: a paragraph more at the head of every document.
        for path in self.documents():
            with open(path, encoding="utf-8") as file:
                text = file.read()
            with open(path, "w", encoding="utf-8") as file:
                head, rest = text.split("\n\n", 1)
                file.write(head + "\n\nThis is a new paragraph.\n\n" + rest)
        self.open(self.compare("--sheet=" + sheet))
        state = self.browser.script(
            "const row = document.getElementById('s-' + arguments[0]);"
            "return [row.querySelector('[data-f=tick]').checked,"
            "row.querySelector('[data-f=note]').value,"
            "row.classList.contains('done'),"
            "document.getElementById('f-' + arguments[0])"
            ".classList.contains('ticked')]", key)
        self.assertEqual(state, [True, "=asked, \"twice\"", True, True])
        self.quiet()

    def test_a_sheet_is_saved_as_json_and_opened_again(self):
        page = self.compare()
        self.open(page)
        key = self.first_key()
        self.tick_first("seen")
        self.browser.click("#save-json")
        sheet = self.saved("sheet.json")
        with open(sheet, encoding="utf-8") as file:
            rows = {row["fingerprint"]: row for row in json.load(file)["rows"]}
        self.assertIs(rows[key]["tick"], True)
        self.open(page)
        self.browser.type("#open-sheet", sheet)
        self.wait("the sheet to be read", lambda: self.browser.script(
            "return document.getElementById('s-' + arguments[0])"
            ".querySelector('[data-f=tick]').checked", key))
        self.open(self.compare("--sheet=" + sheet))
        self.assertTrue(self.browser.script(
            "return document.getElementById('s-' + arguments[0])"
            ".querySelector('[data-f=tick]').checked", key))

    def test_hostile_text_is_inert(self):
        first = self.write("<b>a.txt", HOSTILE.encode())
        second = self.write("b&.txt", HOSTILE_OTHER.encode())
        for arguments in (["compare", first, second],
                          ["check", first, "--against", second]):
            self.open(self.write("hostile.html", run(
                arguments[0], "--format=html", *arguments[1:])))
            self.quiet()
            self.assertEqual(self.browser.script("return document.title"),
                             "Claimcheck report")
            self.assertEqual(self.browser.script(
                "return document.querySelectorAll('img, main style, "
                "main script').length"), 0)
            self.assertIn("<img src=x", self.browser.script(
                "return document.body.innerText"))

    def test_prints_whole(self):
        self.open(self.compare())
        self.browser.prefer("light", "print")
        self.assertFalse(self.browser.script(
            "return document.querySelector('nav').checkVisibility()"))
        self.browser.script("window.dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(self.browser.script(
            "return document.querySelectorAll('details:not([open])').length"), 0)
        pdf = self.browser.pdf()
        self.assertTrue(pdf.startswith(b"%PDF"))
        self.assertGreater(pdf.count(b"/Type /Page\n") +
                           pdf.count(b"/Type /Page/"), 2)

    def test_is_readable_without_scripts(self):
        page = self.compare()
        self.browser.command("Emulation.setScriptExecutionDisabled",
                             {"value": True})
        try:
            self.browser.open(page)
            tree = self.browser.command("Accessibility.getFullAXTree")["nodes"]
            names = {(node.get("role", {}).get("value"),
                      node.get("name", {}).get("value")) for node in tree}
            self.assertIn(("heading", "Facts by documents"), names)
            self.assertFalse(any(role == "searchbox" for role, _ in names),
                             "what needs the script is not offered")
        finally:
            self.browser.command("Emulation.setScriptExecutionDisabled",
                                 {"value": False})

    def test_fits_a_phone(self):
        for page in (self.compare(), self.check()):
            self.browser.resize(360)
            self.open(page)
            self.assertLessEqual(self.browser.script(
                "return document.documentElement.scrollWidth"), 360)

    def test_contrast_is_enough(self):
        for page in (self.compare(), self.check()):
            for scheme in ("light", "dark"):
                self.browser.prefer(scheme)
                self.open(page)
                self.browser.script(
                    "document.querySelectorAll('details')"
                    ".forEach(d => { d.open = true; });"
                    "document.querySelectorAll('.chunk').forEach("
                    "c => { c.style.contentVisibility = 'visible'; })")
                self.assertEqual(self.browser.script(CONTRAST), [], scheme)

    def test_every_control_has_a_name(self):
        self.open(self.compare())
        tree = self.browser.command("Accessibility.getFullAXTree")["nodes"]
        controls = [node for node in tree if not node.get("ignored") and
                    node.get("role", {}).get("value") in
                    ("link", "button", "textbox", "checkbox", "combobox",
                     "searchbox", "group", "region")]
        self.assertGreater(len(controls), 50)
        nameless = [node for node in controls
                    if not node.get("name", {}).get("value")
                    and node["role"]["value"] != "group"]
        self.assertEqual(nameless, [])

    def test_two_hundred_documents_still_scroll(self):
        folder = os.path.join(self.folder, "many")
        os.mkdir(folder)
        names = ["Solvang", "Brekke", "Haugen", "Moberg", "Vestby", "Aronsen",
                 "Dahlgren", "Ekdahl"]
        texts = []
        for path in sorted(os.listdir(STORY)):
            if path.endswith(".txt"):
                with open(os.path.join(STORY, path), encoding="utf-8") as file:
                    texts.append(file.read())
        many = []
        for i in range(200):
            path = os.path.join(folder, "%03d.txt" % i)
            text = texts[i % 5].replace("Solvang", names[i // 5 % 8])
            with open(path, "w", encoding="utf-8") as file:
                file.write(text.replace("30 rescue", "%d rescue" % (30 + i)))
            many.append(path)
        page = self.write("many.html", run("compare", "--format=html", *many))
        self.assertLess(os.path.getsize(page), 10_000_000)
        self.open(page)
        self.quiet()
        started = time.time()
        self.browser.script(
            "document.querySelector('#d199').scrollIntoView()")
        self.wait("the last document", lambda: self.in_view("#d199"))
        self.assertLess(time.time() - started, 10)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
