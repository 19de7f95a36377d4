// How long the built page takes to start from disk, and from a slider's move to the painted frame, at 22 units, at 1,000
// units × 100 indicators and at 10,000 × 50. `cargo xtask bench` runs it where the page is built; by hand: node bench.mjs
import { statSync } from "node:fs";
import { chromium } from "playwright-core";
import { json, openDepartments, openFile, openScreen, ranking, slider } from "./work.mjs";

const page_path = new URL("../../dist/index.html", import.meta.url);
const STARTS = 7;
const MOVES = 40;
const SLIDES = 20;
const DECKS = 7;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});

const shown = (milliseconds) => `${milliseconds.toFixed(1)} ms`;
const at = (share, values) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];
const line = (name, values) =>
  console.log(`${name.padEnd(58)} median ${shown(at(0.5, values))}, 95th percentile ${shown(at(0.95, values))}`);

async function fresh() {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, offline: true });
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector(".top-bar")) {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => { window.usable = performance.now(); }));
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(page_path.href);
  await page.waitForFunction(() => window.usable);
  return page;
}

/**
 * Sets the first slider as a hand does, again and again: the times from each event to the end of the frame that shows
 * what came of it. Browsers hand out the moves of a pointer at the beginning of a frame, so the event is sent there.
 */
async function moves(page) {
  const input = slider(page, 0);
  return input.evaluate(async (input, count) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
    const times = [];
    for (let nth = 0; nth < count; nth += 1) {
      times.push(await new Promise((resolve) => requestAnimationFrame(() => {
        const start = performance.now();
        set.call(input, String(5 + (nth % 20)));
        input.dispatchEvent(new Event("input", { bubbles: true }));
        // A task behind the frame that is being made now.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - start);
        port2.postMessage(0);
      })));
      await new Promise((resolve) => setTimeout(resolve));
    }
    return times;
  }, MOVES);
}

/** Collects the charts of the chart screen in turn, and saves them as a presentation: the times from click to file. */
async function decks(page) {
  await openScreen(page, "图表");
  const kinds = page.locator(".chart-kind input");
  const count = await kinds.count();
  for (let nth = 0; nth < SLIDES; nth += 1) {
    await kinds.nth(nth % count).check();
    await page.locator(".chart-tools > button", { hasText: "加入汇报" }).or(page.locator(".chart-tools > button").first()).first().click();
  }
  await openScreen(page, "汇报");
  await page.locator(".deck-item").nth(SLIDES - 1).waitFor();
  const button = page.locator(".deck-commands button", { hasText: "PPTX" });
  const times = [];
  for (let nth = 0; nth < DECKS; nth += 1) {
    times.push(await button.evaluate((button) => new Promise((resolve) => {
      const make = URL.createObjectURL;
      const start = performance.now();
      URL.createObjectURL = (blob) => {
        URL.createObjectURL = make;
        resolve(performance.now() - start);
        return make.call(URL, blob);
      };
      button.click();
    })));
  }
  return times;
}

/**
 * Draws the chart in sight anew, again and again, as for a screen that is a little finer: the times of layout and drawing
 * together.
 */
const redraws = (page) => page.evaluate(async (count) => {
  let ratio = 1;
  Object.defineProperty(window, "devicePixelRatio", { get: () => ratio, configurable: true });
  const canvas = document.querySelector(".chart-stage canvas");
  let drawn = 0;
  const { set, get } = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "width");
  Object.defineProperty(canvas, "width", { get, set(value) { drawn += 1; set.call(this, value); }, configurable: true });
  const times = [];
  for (let nth = 0; nth < count; nth += 1) {
    ratio = 1 + (nth % 2 + 1) / 100;
    const start = performance.now();
    window.dispatchEvent(new Event("resize"));
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
    times.push(performance.now() - start);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
  if (drawn < count) throw new Error(`drawn ${drawn} times of ${count}`);
  return times;
}, MOVES);

/** The redraws of every chart of the chart screen. */
async function charts(page, what) {
  await openScreen(page, "图表");
  const names = await page.locator(".chart-kind-name").allTextContents();
  for (const name of names) {
    await page.locator(".chart-kind", { hasText: name }).locator("input").check();
    await page.waitForTimeout(300);
    if (await page.locator(".chart-stage canvas").count() > 0) line(`${name} drawn anew, ${what}`, await redraws(page));
  }
}

/** A data set of so many units and indicators, values from a fixed sequence, and a scheme of ten groups on it. */
function generated(units, leaves) {
  let state = 12345;
  const next = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  const text = (zh, en) => ({ zh, en });
  const data = {
    id: `generated${units}`, name: text(`生成数据${units}`, `generated${units}`), nature: "invented",
    classes: [{ id: "c", name: text("单位", "units") }],
    units: Array.from({ length: units }, (_, u) => ({ id: `u${u}`, name: text(`单位${u}`, `Unit ${u}`), class: "c" })),
    indicators: Array.from({ length: leaves }, (_, i) => ({ id: `i${i}`, name: text(`指标${i}`, `Indicator ${i}`), measure: { kind: "share" } })),
    observations: [],
  };
  for (let u = 0; u < units; u += 1) {
    for (let i = 0; i < leaves; i += 1) data.observations.push({ unit: `u${u}`, year: 2019, indicator: `i${i}`, value: next() });
  }
  const leaf = (i) => ({ id: `l${i}`, name: text(`项${i}`, `Item ${i}`), points: 1, body: { leaf: { indicator: `i${i}`, function: { linear: { zero: 0, full: 1 } } } } });
  const criteria = Array.from({ length: 10 }, (_, n) => ({
    id: `n${n}`, name: text(`一级${n}`, `Group ${n}`), points: 10,
    body: { node: { children: Array.from({ length: leaves }, (_, i) => i).filter((i) => i % 10 === n).map(leaf) } },
  }));
  const grades = [{ id: "good", name: text("良好", "Good") }, { id: "fail", name: text("不合格", "Fail") }];
  const veto = {
    id: "v", name: text("否决", "Veto"), basis: text("测试", "test"), effect: "veto",
    when: { compare: { left: { indicator: { id: "i0" } }, is: "below", than: 0.02 } },
  };
  const scheme = {
    id: `generated${units}`, name: text(`生成方案${units}`, `generated${units}`), source: text("测试", "test"), full_marks: 100,
    criteria, grades, bands: [{ grade: "good", from: 50 }], rules: [veto],
  };
  return [
    json("data.json", { format: "faheng-data", version: 1, data }),
    json("scheme.json", { format: "faheng-scheme", version: 1, scheme }),
  ];
}

console.log(`page: ${(statSync(page_path).size / 1000).toFixed(1)} kB`);
const starts = [];
for (let nth = 0; nth < STARTS; nth += 1) {
  const page = await fresh();
  starts.push(await page.evaluate(() => window.usable));
  await page.context().close();
}
line("from file:// to usable", starts);

const page = await fresh();
await openDepartments(page);
line("slider to painted frame, departments", await moves(page));
await charts(page, "22 departments");
line(`a deck of ${SLIDES} slides, from click to file`, await decks(page));
for (const [units, leaves] of [[1000, 100], [10000, 50]]) {
  const [data, scheme] = generated(units, leaves);
  await openFile(page, data);
  await page.locator(".top-bar select").first().locator("option:checked", { hasText: `生成数据${units}` }).waitFor({ state: "attached", timeout: 120_000 });
  await openFile(page, scheme);
  await page.locator(".top-bar select").nth(1).locator("option:checked", { hasText: `生成方案${units}` }).waitFor({ state: "attached" });
  await openScreen(page, "评分");
  await page.waitForFunction(() => document.querySelectorAll(".unit-line").length > 10);
  if ((await ranking(page)).length === 0) throw new Error("nothing is ranked");
  line(`slider to painted frame, ${units} units × ${leaves} indicators`, await moves(page));
  await charts(page, `${units} units × ${leaves} indicators`);
}
await browser.close();
