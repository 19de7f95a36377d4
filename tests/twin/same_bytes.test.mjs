// The same data and scheme give the same bytes natively and in wasm: the twin is run as a program and as wasm, and
// everything it prints is compared. Run by `cargo xtask test`, which builds both: TWIN_NATIVE is the program, TWIN_WASM
// the module that wasm-bindgen made for Node.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const { TWIN_NATIVE, TWIN_WASM } = process.env;
const wasm = createRequire(import.meta.url)(TWIN_WASM);
const folder = mkdtempSync(join(tmpdir(), "faheng-twin-"));
after(() => rmSync(folder, { recursive: true }));

/** Runs both and compares them; gives what they printed. */
function both(args, files = []) {
  const done = spawnSync(TWIN_NATIVE, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  const [stdout, stderr, code] = wasm.run(args, files);
  assert.equal(String(done.status), code, args.join(" "));
  if (done.stdout !== stdout) assert.fail(`${args.join(" ")}: ${firstDifference(done.stdout, stdout)}`);
  assert.equal(done.stderr, stderr, args.join(" "));
  return stdout;
}

/** Where two different texts part. */
function firstDifference(native, wasm) {
  const at = native.split("").findIndex((letter, nth) => letter !== wasm[nth]);
  const around = (text) => text.slice(Math.max(at - 60, 0), at + 60);
  return `native …${around(native)}…, wasm …${around(wasm)}…`;
}

for (const [data, scheme] of [
  ["gongyi-2019", "default-report"],
  ["departments", "default-departments"],
  ["panel", "default-report"],
]) {
  test(`${data} by ${scheme}, every year, JSON and CSV`, () => {
    const years = JSON.parse(both(["score", "--data", data, "--scheme", scheme])).year;
    for (let year = years; year > years - 5; year -= 1) {
      for (const format of ["json", "csv"]) {
        both(["score", "--data", data, "--scheme", scheme, "--year", String(year), "--format", format, "--lang", "en"]);
      }
    }
  });
}

test("every department explained", () => {
  const inputs = ["--data", "departments", "--scheme", "default-departments"];
  for (const unit of JSON.parse(both(["score", ...inputs])).units) {
    const text = both(["explain", ...inputs, "--unit", unit.id]);
    assert.ok(text.length > 200);
  }
});

test("every function and every mean on a thousand uneven values", () => {
  const files = { data: join(folder, "data.json"), scheme: join(folder, "scheme.json") };
  const data = JSON.stringify({ format: "faheng-data", version: 1, data: madeUpData(125) });
  const scheme = JSON.stringify({ format: "faheng-scheme", version: 1, scheme: everyScheme() });
  writeFileSync(files.data, data);
  writeFileSync(files.scheme, scheme);
  const args = ["--data", files.data, "--scheme", files.scheme];
  const texts = [files.data, data, files.scheme, scheme];
  for (const year of ["2022", "2023"]) {
    const result = JSON.parse(both(["score", ...args, "--year", year], texts));
    assert.equal(result.units.length, 125);
    const shares = new Set(result.units.flatMap((unit) => unit.criteria.map((cell) => cell.share)));
    assert.ok(shares.size > 800, "the values are uneven");
  }
  both(["check", files.data, files.scheme], texts);
});

const INDICATORS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** Values from 0 to 100, one in nine missing, from a fixed sequence. */
function madeUpData(count) {
  let state = 20190101;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const units = Array.from({ length: count }, (_, nth) => ({ id: `u${nth}`, name: {}, class: nth % 3 ? "x" : "y" }));
  const observations = [];
  for (const year of [2022, 2023]) {
    for (const unit of units) {
      for (const indicator of INDICATORS) {
        const value = next() < 1 / 9 ? null : 100 * next() ** 3 + 1e-3;
        observations.push({ unit: unit.id, year, indicator, value, ...(value === null && { missing: "not_reported" }) });
      }
    }
  }
  return {
    id: "made-up",
    name: {},
    nature: "invented",
    classes: ["x", "y"].map((id) => ({ id, name: {} })),
    units,
    indicators: INDICATORS.map((id) => ({ id, name: {}, measure: { kind: "number" } })),
    observations,
  };
}

/** A branch for each mean, under each a leaf for each function. */
function everyScheme() {
  const relative = (method) => ({ relative: { method, higher_is_better: true } });
  const functions = [
    { linear: { zero: 100, full: 0.001 } },
    { steps: { below: 0.1, steps: [{ from: 1 / 3, share: 0.3 }, { from: 40, share: 0.9 }] } },
    { piecewise: { points: [[0, 0], [1 / 7, 1 / 3], [100, 1]] } },
    { target: { target: 77.7 } },
    { per_event: { loss: 0.013 } },
    { improvement: { zero: -0.3, full: 0.7, relative: true } },
    relative("min_max"),
    relative("rank_share"),
    relative("percentile"),
    relative({ z_score: { clamp: 2.5 } }),
    relative("distance_to_best"),
  ];
  const means = ["arithmetic", "geometric", "harmonic", { power: { exponent: 2.7 } }, { power: { exponent: -1.3 } }, "minimum"];
  const criteria = means.map((aggregate, mean) => ({
    id: `m${mean}`,
    name: {},
    points: 10 + mean / 3,
    body: {
      node: {
        aggregate,
        children: [...functions, { linear: { zero: 0.0001, full: 200 } }].map((fn, nth) => ({
          id: `m${mean}f${nth}`,
          name: {},
          points: 1 + nth / 7,
          body: {
            leaf: {
              indicator: INDICATORS[(nth + mean) % INDICATORS.length],
              function: fn,
              log: nth === functions.length,
              missing: ["leave_out", "zero", { carry_forward: { years: 1 } }, "class_median"][nth % 4],
            },
          },
        })),
      },
    },
  }));
  const compare = (left, is, than) => ({ compare: { left, is, than } });
  const rule = (id, when, effect) => ({ id, name: {}, basis: {}, when, effect });
  return {
    id: "every",
    name: {},
    source: {},
    full_marks: 100,
    aggregate: "geometric",
    criteria,
    grades: [{ id: "good", name: {} }, { id: "bad", name: {} }],
    bands: [{ grade: "good", from: 30 }],
    rules: [
      rule("off", compare({ indicator: { id: "a" } }, "above", 20), { deduct: { marks: 1 / 3, per: "b", cap: 7 } }),
      rule("none", compare({ indicator: { id: "c" } }, "below", 1), { zero_criterion: { criterion: "m1f2" } }),
      rule("place", { all: [] }, { marks_by_place: { top: [3, 2, 1], bottom: [-1 / 3] } }),
      rule("veto", compare({ indicator: { id: "d" } }, "above", 90), "veto"),
    ],
    over_years: { weight: 0.7, earlier: 2 },
  };
}
