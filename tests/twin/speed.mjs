// How fast scoring is in a browser, as ratios to a bare min–max, weighted sum and sort over the same numbers in the same
// run. Run by `cargo xtask bench`, which builds the program: SPEED is the folder that wasm-bindgen made for a page.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { chromium } = createRequire(new URL("../browser/", import.meta.url))("playwright-core");
const { SPEED } = process.env;
const RUNS = 9;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.evaluate(`${readFileSync(join(SPEED, "faheng_twin.js"), "utf8")}; window.wasm_bindgen = wasm_bindgen;`);
await page.evaluate(async (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  await wasm_bindgen({ module_or_path: bytes });
}, readFileSync(join(SPEED, "faheng_twin_bg.wasm"), "base64"));

console.log(`in the browser           bare     full pass  ratio   one weight  ratio   ms, medians of ${RUNS}`);
const passes = [];
for (const [units, leaves] of [[1000, 100], [10_000, 50], [100_000, 50]]) {
  const [bare, full, weight] = await page.evaluate(([units, leaves, runs]) => {
    const speed = new wasm_bindgen.Speed(units, leaves);
    // A browser's clock ticks in tenths of a millisecond: short work is repeated.
    const repeats = Math.ceil(200_000 / units / 10);
    const median = (work) => {
      const times = Array.from({ length: runs }, () => {
        const start = performance.now();
        for (let nth = 0; nth < repeats; nth += 1) work(nth);
        return (performance.now() - start) / repeats;
      });
      return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
    };
    const medians = [() => speed.bare(), () => speed.full(), (nth) => speed.weight(nth % 2 ? -0.5 : 0.5)].map(median);
    speed.free();
    return medians;
  }, [units, leaves, RUNS]);
  const row = [bare, full, full / bare, weight, weight / full].map((value, nth) => value.toFixed(2).padStart([12, 12, 6, 12, 6][nth]));
  console.log(`${String(units).padStart(7)} × ${String(leaves).padEnd(5)} ${row.join(" ")}`);
  passes.push(full);
}
console.log(`100,000 units take ${(passes[2] / passes[1]).toFixed(1)} times as long as 10,000`);
await browser.close();
