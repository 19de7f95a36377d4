// A stranger's whole way: a workbook of 60 departments × 80 indicators × 3 years becomes data, a scheme, two vetoes, three
// locked weights, two variants held against each other, and a workbook that another program computes anew.
//
// Where FAHENG_OFFICE is set (`cargo xtask test --office`), the saved workbook and what the screen showed are put there.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findings } from "./axe.mjs";
import { pageTest } from "./page.mjs";
import { field, notice, openFile, openScreen, ranking, undo } from "./work.mjs";
import { workbook } from "./workbook.mjs";

const YEARS = [2019, 2020, 2021];
const DEPARTMENTS = Array.from({ length: 60 }, (_, n) => `第${n + 1}局`);
const GROUPS = ["依法履职", "制度建设", "依法决策", "行政执法", "权力监督", "矛盾化解", "法治保障", "服务群众"];
/** Under each heading ten indicators: name, measure, least, largest, decimals. */
const KINDS = [
  ["公示率", "%", 60, 100, 1], ["办结率", "%", 70, 100, 1], ["整改完成率", "%", 50, 100, 1], ["群众满意度得分", "分", 60, 100, 1],
  ["培训次数", "次", 0, 24, 0], ["立案数", "件", 0, 200, 0], ["投诉件数", "件", 0, 60, 0], ["败诉率", "%", 0, 30, 1],
  ["平均用时", "天", 1, 40, 0], ["专项经费", "万元", 5, 500, 2],
];
const INDICATORS = GROUPS.flatMap((group) => KINDS.map(([name, ...rest]) => [group, name, ...rest]));

/** A number from 0 to 1 that anyone can make again: place in year, department and indicator. */
const share = (year, unit, indicator) => ((year - 2000) * 7919 + unit * 104729 + indicator * 1299709 + unit * indicator * 31) % 10007 / 10006;
/** What stands in a cell; one in 97 is a sign that there is no figure. */
function figure(year, unit, indicator) {
  const [, , , least, largest, decimals] = INDICATORS[indicator];
  if ((year + 3 * unit + 7 * indicator) % 97 === 0) return ["—", "/", null][unit % 3];
  return Number((least + (largest - least) * share(year, unit, indicator)).toFixed(decimals));
}

/** A sheet a year: title, note, a row of headings over groups of ten, a row of names with measures, a row a department. */
const sheet = (year) => [
  [`某市${year}年度法治政府建设指标数据`],
  ["填报单位：司法局"],
  ["序号", "单位名称", ...INDICATORS.map(([group], n) => (n % KINDS.length === 0 ? group : null))],
  [null, null, ...INDICATORS.map(([, name, measure]) => `${name}（${measure}）`)],
  ...DEPARTMENTS.map((name, unit) => [unit + 1, name, ...INDICATORS.map((_, n) => figure(year, unit, n))]),
];
const file = () => workbook("某市指标.xlsx", Object.fromEntries(YEARS.map((year) => [`${year}年`, sheet(year)])));

const pane = (page) => page.locator(".import-pane");
const draft = (page) => page.locator(".draft-pane");

/** Brings the workbook in, by a file dropped on the page, and makes the scheme that the page proposes. */
async function begin(page) {
  const { name, buffer } = file();
  const transfer = await page.evaluateHandle(([name, base64]) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], name));
    return transfer;
  }, [name, buffer.toString("base64")]);
  await page.locator("main").dispatchEvent("drop", { dataTransfer: transfer });
  const status = pane(page).locator(".import-lists-head [role=status]", { hasText: /个数值/ });
  await status.waitFor();
  const gaps = YEARS.flatMap((year) => DEPARTMENTS.flatMap((_, unit) => INDICATORS.map((_, n) => figure(year, unit, n))))
    .filter((value) => typeof value !== "number").length;
  const values = (60 * 80 * 3 - gaps).toLocaleString("en");
  assert.match(await status.textContent(), new RegExp(`60 个单位 · 80 项指标 · ${values} 个数值 · ${gaps} 处缺数据`));
  await pane(page).getByRole("button", { name: "另建数据集" }).click();
  await notice(page).waitFor();
}

pageTest("data that no scheme knows lead to a scheme: directions guessed, doubts marked, marks from the data", {}, async (page) => {
  await begin(page);
  await draft(page).waitFor();
  assert.match(await draft(page).locator(".panel-sub").textContent(), /^8 组 80 项 · 每项 1\.25 分 · 16 项方向待核$/);
  assert.deepEqual(await findings(page), []);
  const row = (name) => draft(page).locator(".draft-row", { hasText: name }).first();
  assert.match(await row("败诉率").textContent(), /0\.3% – 29\.8%.*名称含“败诉”/);
  assert.equal(await row("败诉率").locator(".segment[aria-pressed=true]").textContent(), "越少越好");
  assert.equal(await row("败诉率").locator(".number-field").first().inputValue(), "30");
  assert.match(await row("立案数").textContent(), /名称看不出，请核对/);
  await draft(page).locator(".draft-only").click();
  await row("立案数").locator(".segment", { hasText: "越少越好" }).click();
  assert.match(await draft(page).locator(".panel-sub").textContent(), /15 项方向待核/);
  await draft(page).locator(".draft-only").click();
  await row("专项经费").locator("input[type=checkbox]").click();
  assert.match(await draft(page).locator(".panel-sub").textContent(), /^8 组 79 项/);
  await draft(page).getByRole("button", { name: "建立方案" }).click();
  await page.locator(".unit-line").nth(9).waitFor();
  assert.match(await page.locator(".top-bar select").nth(1).locator("option:checked").textContent(), /某市指标评分方案/);
  assert.match(await undo(page).getAttribute("title"), /某市指标评分方案/);
  await undo(page).click();
  await page.locator(".draft-call button").click();
  await draft(page).getByRole("button", { name: "取消" }).click();
  await page.locator("#data-grid").waitFor();
});

const card = (page) => page.locator(".rule-card").last();

/** The units that the last rule hits, and those it cannot decide. */
const hits = (page, chip) => card(page).locator(".rule-hits", { has: page.locator(`.${chip}`) }).locator(".unit-link").allTextContents();

/** Builds a veto from menus: an indicator above a threshold. */
async function veto(page, name, indicator, threshold) {
  await page.locator(".rules-list > header button", { hasText: "新增规则" }).click();
  await page.locator(".menu-entry", { hasText: "一票否决" }).click();
  await card(page).locator('select[aria-label="指标"]').selectOption({ label: indicator });
  await card(page).locator('select[aria-label="比较方式"]').selectOption("≥");
  await card(page).locator('input[aria-label="阈值"]').fill(String(threshold));
  await card(page).locator('input[aria-label="阈值"]').press("Enter");
  await card(page).locator(".words-field input").first().fill(name);
  await card(page).locator(".words-field input").first().press("Enter");
  return { hit: new Set(await hits(page, "chip-veto")), undecided: new Set(await hits(page, "chip-warn")) };
}

const indicatorName = (group, kind) => `${GROUPS[group]} - ${KINDS[kind][0]}`;
/** The departments of whose figure of the last year this is true. */
const whose = (group, kind, is) => DEPARTMENTS.filter((_, unit) => is(figure(2021, unit, group * KINDS.length + kind)));
const isNoFigure = (value) => typeof value !== "number";

pageTest("a stranger imports, builds a scheme with two vetoes, locks three weights, compares, and sends out the workbook", { acceptDownloads: true }, async (page) => {
  await begin(page);
  await draft(page).getByRole("button", { name: "建立方案" }).click();
  await page.locator(".unit-line").nth(9).waitFor();
  for (const year of ["2020", "2021"]) {
    await page.locator(".year-stepper button").last().click();
    await page.locator(".year-stepper output", { hasText: year }).waitFor();
  }

  await openScreen(page, "规则");
  const lost = whose(3, 7, (value) => value >= 29);
  const told = await veto(page, "行政执法败诉否决", indicatorName(3, 7), 29);
  assert.deepEqual(told, { hit: new Set(lost), undecided: new Set(whose(3, 7, isNoFigure)) });
  const slow = whose(0, 8, (value) => value >= 40);
  assert.deepEqual((await veto(page, "超期否决", indicatorName(0, 8), 40)).hit, new Set(slow));
  const vetoed = new Set([...lost, ...slow]);
  assert.ok(lost.length > 0 && slow.length > 0 && vetoed.size < 20, `${lost} / ${slow}`);

  await openScreen(page, "比较");
  await page.locator(".compare-keep input").fill("初稿");
  await page.locator(".compare-keep button").click();

  await openScreen(page, "评分");
  const struck = (await ranking(page)).filter((row) => row.struck).map((row) => row.name);
  for (const name of struck) assert.ok(vetoed.has(name), name);
  await page.locator(".toggle", { hasText: "保持合计" }).click();
  for (const nth of [0, 1, 2]) await page.locator(".lock").nth(nth).click();
  await field(page, 3).fill("22.5");
  await field(page, 3).press("Enter");
  const points = await page.locator(".criterion .number-field").evaluateAll((fields) => fields.map((one) => Number(one.value)));
  assert.deepEqual(points, [12.5, 12.5, 12.5, 22.5, 10, 10, 10, 10]);

  await openScreen(page, "比较");
  const settings = await page.locator(".compare-settings tbody tr").allTextContents();
  assert.equal(settings.length, 5, settings.join("\n"));
  assert.match(settings[0], /行政执法 分值12\.522\.5/);
  assert.ok(await page.locator(".compare-units tbody tr").count() > 0);

  await page.locator(".top-bar button", { hasText: "文件" }).click();
  const saving = page.waitForEvent("download");
  await page.locator(".menu-entry", { hasText: "导出工作簿" }).click();
  const download = await saving;
  const bytes = await readFile(await download.path());
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
  await openScreen(page, "评分");
  if (process.env.FAHENG_OFFICE) {
    await mkdir(process.env.FAHENG_OFFICE, { recursive: true });
    await writeFile(join(process.env.FAHENG_OFFICE, "stranger.xlsx"), bytes);
    const told = { vetoed: [...vetoed], rows: await wholeRanking(page) };
    await writeFile(join(process.env.FAHENG_OFFICE, "stranger.json"), JSON.stringify(told));
  }
});

/** The ranking with the rows that are drawn only when scrolled to. */
async function wholeRanking(page) {
  const rows = new Map();
  for (let round = 0; round < 40 && rows.size < DEPARTMENTS.length; round += 1) {
    for (const row of await ranking(page)) rows.set(row.name, row);
    await page.locator(".unit-line").last().scrollIntoViewIfNeeded();
  }
  assert.equal(rows.size, DEPARTMENTS.length);
  return [...rows.values()];
}
