"""A headless Chromium, spoken to over a pipe in its own protocol: the tests need no package for it."""

import base64
import contextlib
import fcntl
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

PROGRAM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
_PATIENCE = 60.0
_SETTLED = 0.3
"""Seconds after which a page has put its notes in place."""
_END = b"\0"


class Browser:
    """One page at a time. ``logged`` holds what it complained of, ``asked_for`` the addresses that it loaded."""

    def __init__(self, to: int, of: int) -> None:
        self._to, self._of, self._rest, self._numbers = to, of, b"", count(1)
        self._session: str | None = None
        self._loaded = 0
        self.logged: list[str] = []
        self.asked_for: list[str] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def open(self, page: Path, width: int, height: int = 900, dark: bool = False, scripts: bool = True) -> None:
        """Show a page in a window of a size, in light or dark colours, with its scripts or without."""
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 700
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])
        self.logged.clear()
        self.asked_for.clear()
        self.send("Emulation.setScriptExecutionDisabled", value=not scripts)
        before = self._loaded
        self.send("Page.navigate", url=page.as_uri())
        while self._loaded == before:
            self._next()
        time.sleep(_SETTLED)
        self.ask("0")  # so that what was said meanwhile is heard

    def ask(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page."""
        done = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def picture(self, to: Path, whole: bool = True) -> None:
        """Take a picture of the page, of all of it or of what the window shows."""
        made = self.send("Page.captureScreenshot", captureBeyondViewport=whole)
        to.write_bytes(base64.b64decode(made["data"]))

    def pdf(self, to: Path) -> None:
        """Print the page."""
        made = self.send("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69)
        to.write_bytes(base64.b64decode(made["data"]))

    def send(self, method: str, **params: Any) -> Any:
        """Give a command and wait for its result."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + _END)
        while (came := self._next()).get("id") != number:
            pass
        assert "error" not in came, came
        return came["result"]

    def _next(self) -> dict[str, Any]:
        until = time.monotonic() + _PATIENCE
        while _END not in self._rest:
            ready, _, _ = select.select([self._of], [], [], max(0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            came = os.read(self._of, 1 << 16)
            assert came, "the browser has ended"
            self._rest += came
        first, _, self._rest = self._rest.partition(_END)
        message: dict[str, Any] = json.loads(first)
        told = message.get("params", {})
        match message.get("method"):
            case "Log.entryAdded":
                self.logged.append(told["entry"]["text"])
            case "Runtime.consoleAPICalled":
                self.logged.append(str(told["args"]))
            case "Runtime.exceptionThrown":
                self.logged.append(str(told["exceptionDetails"]))
            case "Page.loadEventFired":
                self._loaded += 1
            case "Network.requestWillBeSent":
                self.asked_for.append(told["request"]["url"])
        return message


@contextlib.contextmanager
def browser(home: Path) -> Iterator[Browser]:
    """A browser that keeps its files in ``home``."""
    assert PROGRAM
    ours, theirs = os.pipe(), os.pipe()
    reads, writes = (fcntl.fcntl(each, fcntl.F_DUPFD, 64) for each in (ours[0], theirs[1]))

    def at_three_and_four() -> None:
        os.dup2(reads, 3)
        os.dup2(writes, 4)

    command = [
        PROGRAM, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
        "--no-first-run", "--disable-background-networking", "--disable-component-update", "--force-color-profile=srgb",
        "--remote-debugging-pipe", f"--user-data-dir={home}",
    ]  # fmt: skip
    running = subprocess.Popen(
        command, pass_fds=(3, 4), preexec_fn=at_three_and_four, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for each in (ours[0], theirs[1], reads, writes):
        os.close(each)
    try:
        yield Browser(ours[1], theirs[0])
    finally:
        running.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(10)
        running.kill()
        running.wait()
        os.close(ours[1])
        os.close(theirs[0])
