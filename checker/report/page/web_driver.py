"""A small client of chromedriver, by the W3C WebDriver protocol and with the
standard library alone."""

import base64
import json
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]


class Browser:
    """One headless Chromium with an empty profile."""

    def __init__(self, width=1280, height=900):
        self.profile = tempfile.mkdtemp(prefix="claimcheck-profile-")
        self.downloads = tempfile.mkdtemp(prefix="claimcheck-downloads-")
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        self.session = None
        try:
            self.base = "http://127.0.0.1:%d" % self._port()
            options = {
                "args": FLAGS + ["--user-data-dir=" + self.profile,
                                 "--window-size=%d,%d" % (width, height)]}
            answer = self._call("POST", "/session", {
                "capabilities": {"alwaysMatch": {
                    "browserName": "chrome", "goog:chromeOptions": options,
                    "goog:loggingPrefs": {"browser": "ALL"}}}})
            self.session = "/session/" + answer["sessionId"]
            self.command("Browser.setDownloadBehavior", {
                "behavior": "allow", "downloadPath": self.downloads})
        except BaseException:
            self.close()
            raise

    def _port(self):
        # "ChromeDriver was started successfully on port 34567."
        deadline = time.time() + 30
        while time.time() < deadline:
            line = self.driver.stdout.readline()
            if not line:
                break
            if "successfully on port " in line:
                return int(line.rsplit("port ", 1)[1].strip().rstrip("."))
        raise RuntimeError("chromedriver did not start")

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.base + path, method=method, data=data,
            headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode()) from error

    def open(self, path):
        # A page of before must not ask whether to leave.
        self.script("window.addEventListener('beforeunload', event => "
                    "event.stopImmediatePropagation(), true)")
        self._call("POST", self.session + "/url", {"url": "file://" + path})

    def script(self, text, *arguments):
        return self._call("POST", self.session + "/execute/sync",
                          {"script": text, "args": list(arguments)})

    def find(self, selector):
        return self._call("POST", self.session + "/element",
                          {"using": "css selector", "value": selector})[ELEMENT]

    def click(self, selector):
        self._call("POST", "%s/element/%s/click"
                   % (self.session, self.find(selector)), {})

    def type(self, selector, text):
        self._call("POST", "%s/element/%s/value"
                   % (self.session, self.find(selector)), {"text": text})

    def keys(self, text):
        """Presses keys one after the other, wherever the focus is."""
        steps = []
        for key in text:
            steps += [{"type": "keyDown", "value": key},
                      {"type": "keyUp", "value": key}]
        self._call("POST", self.session + "/actions", {"actions": [
            {"type": "key", "id": "keyboard", "actions": steps}]})

    def command(self, name, parameters=None):
        """A command of the DevTools protocol."""
        return self._call("POST", self.session + "/goog/cdp/execute",
                          {"cmd": name, "params": parameters or {}})

    def resize(self, width, height=900):
        self.command("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1,
            "mobile": width < 700})

    def prefer(self, scheme, media=""):
        self.command("Emulation.setEmulatedMedia", {
            "media": media,
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def complaints(self):
        """What the page wrote to the console since the last call."""
        return [entry["message"] for entry in self._call(
            "POST", self.session + "/se/log", {"type": "browser"})]

    def pdf(self):
        return base64.b64decode(self._call(
            "POST", self.session + "/print", {"background": True}))

    def close(self):
        try:
            if self.session:
                self._call("DELETE", self.session)
        except (OSError, RuntimeError):
            pass
        self.driver.terminate()
        self.driver.wait()
        self.driver.stdout.close()
        shutil.rmtree(self.profile, ignore_errors=True)
        shutil.rmtree(self.downloads, ignore_errors=True)
