// Opens the built page in a real browser, from file:// and with the network off, and watches over it:
// a test fails when the page logs an error, throws, or asks for anything but itself.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chromium } from "playwright-core";

/** The built page. `cargo xtask test` builds it first. */
export const address = new URL("../../dist/index.html", import.meta.url).href;

/** What is in index.html before the program runs. Selectors of the program's own parts belong beside their tests. */
export const frame = {
  app: "#app",
  loading: "#loading",
  failure: "#failure",
  detail: "#failure-detail",
};

// A browser for each test file, since node runs each file as a process of its own.
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // As root, in containers and without a display.
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});
after(() => browser.close());

/**
 * A test on a page of its own: `body(page, problems)`, with Playwright's page.
 *
 * Options beside Playwright's own for a new context (viewport, colorScheme, locale, javaScriptEnabled …):
 * - `before(page)`: runs before the page is opened, for `page.addInitScript`
 * - `ready`: whether to wait until the program has drawn the page (default), or to go on at once
 * - `expected`: a pattern of problems that the test brings about; others still fail it
 */
export function pageTest(name, options, body) {
  const { before, ready = true, expected, ...context } = options;
  test(name, { timeout: 60_000 }, async () => {
    const opened = await browser.newContext({ viewport: { width: 1366, height: 768 }, offline: true, ...context });
    try {
      const page = await opened.newPage();
      const problems = watch(page);
      showPresses(page);
      await before?.(page);
      await page.goto(address);
      if (ready) await started(page);
      await body(page, problems);
      assert.deepEqual(problems.filter((problem) => !expected?.test(problem)), [], "problems of the page");
    } finally {
      await opened.close();
    }
  });
}

/** Waits until the program has put its screen in the place of the loading state. */
export async function started(page) {
  await page.locator(`${frame.loading}:not([hidden])`).waitFor({ state: "detached" });
  assert.equal(await page.locator(frame.detail).textContent(), "", "the page says that it cannot start");
}

/** Waits until the frame after this moment is painted. */
const painted = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

/** Chromium may say that a key was pressed before the page has heard of it: a press ends with the frame that shows it. */
function showPresses(page) {
  const patch = (of, its) => {
    const press = of.press;
    of.press = async function pressAndShow(...what) {
      await press.apply(this, what);
      // A key may also close the page.
      await painted(its(this)).catch(() => {});
    };
  };
  patch(page.keyboard, () => page);
  const locators = Object.getPrototypeOf(page.locator("body"));
  if (!showPresses.locators) patch(locators, (locator) => locator.page());
  showPresses.locators = true;
}

function watch(page) {
  const problems = [];
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (url !== address && !/^(data|blob):/.test(url)) problems.push(`request: ${url}`);
  });
  return problems;
}
