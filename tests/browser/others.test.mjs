// The page in the browsers beside Chromium: it starts, and its policy holds there too. Each is skipped where it is not installed.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { firefox } from "playwright-core";
import { address } from "./page.mjs";
import { openInWebKit, webKitIsThere } from "./webkit.mjs";

/** The program of Firefox ESR; any other Firefox does as well. */
const firefoxPath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

/** Runs in the page: what a person would see, and what the policy does. Takes the callback of its answer. */
const look = function (answer) {
  const refused = new Promise((resolve) => document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true }));
  const evaluated = new Promise((resolve) => setTimeout(() => {
    try { resolve(new Function("return 'ran'")()); } catch (error) { resolve(error.name); }
  }));
  const loaded = () => {
    const running = !document.getElementById("loading");
    if (!running && document.getElementById("failure").hidden) return setTimeout(loaded, 20);
    const sent = fetch("https://elsewhere.invalid/").then(() => "sent", (error) => error.name);
    Promise.all([evaluated, sent, refused]).then(([code, request]) => {
      answer({ running, failure: document.getElementById("failure-detail").textContent, code, request });
    });
  };
  loaded();
};
const expected = { running: true, failure: "", code: "EvalError", request: "TypeError" };

test("Firefox opens the page", { timeout: 60_000, skip: !existsSync(firefoxPath) && "Firefox is not installed" }, async () => {
  const browser = await firefox.launch({ channel: "moz-firefox", executablePath: firefoxPath });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    assert.deepEqual(await page.evaluate(`new Promise(${look})`), expected);
  } finally {
    await browser.close();
  }
});

test("WebKit opens the page", { timeout: 60_000, skip: !webKitIsThere() && "WebKitGTK is not installed" }, async () => {
  assert.deepEqual(await openInWebKit(address, look), expected);
});
