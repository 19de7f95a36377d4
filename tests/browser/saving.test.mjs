// What the page hands out: its files open again, its pictures hold the figures.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pageTest } from "./page.mjs";
import { chooseScheme, field, json, notice, openDepartments, openFile, openScreen } from "./work.mjs";

/** What is saved by a click: the file's name and its bytes. */
async function saved(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const fromMenu = (page, entry) => saved(page, async () => {
  await page.locator(".top-bar button", { hasText: "文件" }).click();
  await page.locator(".menu-entry", { hasText: `保存${entry}` }).click();
});

/** How a picture comes out in a browser: its size and how many colours it has along its middle. */
const drawn = (page, type, bytes) => page.evaluate(async ([type, base64]) => {
  const picture = new Image();
  picture.src = `data:${type};base64,${base64}`;
  await picture.decode();
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [picture.naturalWidth, picture.naturalHeight];
  const pen = sheet.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const pixels = new Uint32Array(pen.getImageData(Math.floor(sheet.width / 3), 0, 1, sheet.height).data.buffer);
  return { width: sheet.width, height: sheet.height, colours: new Set(pixels).size };
}, [type, bytes.toString("base64")]);

pageTest("a changed scheme is saved, and opens again as it was", {}, async (page) => {
  await openScreen(page, "评分");
  await field(page, 0).fill("14");
  await field(page, 0).press("Enter");
  const file = await fromMenu(page, "方案");
  assert.match(file.name, /\.json$/);
  const { format, scheme } = JSON.parse(file.bytes);
  assert.equal(format, "faheng-scheme");
  assert.equal(scheme.criteria[0].points, 14);

  const label = await page.locator(".top-bar select").nth(1).locator("option").nth(1).textContent();
  await chooseScheme(page, label.trim());
  await openFile(page, json(file.name, file.bytes.toString()));
  await notice(page).waitFor();
  assert.equal(await field(page, 0).inputValue(), "14");
});

pageTest("the data is saved, and holds the report's figures", {}, async (page) => {
  const file = await fromMenu(page, "数据");
  const { format, data } = JSON.parse(file.bytes);
  assert.equal(format, "faheng-data");
  const days = data.observations.filter((one) => [31075, 8330].includes(one.value));
  assert.equal(days.length, 2);
  assert.ok(days.every((one) => one.source.section));
});

/** Chooses a kind of file in a chart's menu. */
async function fromChart(chart, kind) {
  await chart.getByRole("button", { name: "导出" }).click();
  await chart.getByRole("button", { name: kind }).click();
}

pageTest("both charts stand on the overview and are saved as SVG and PNG", {}, async (page) => {
  const chart = page.locator(".overview-charts .chart");
  assert.match(await chart.locator(".chart-title").textContent(), /73\.2%：31,075 天 → 8,330 天/);
  const svg = await saved(page, () => fromChart(chart, "SVG"));
  const text = svg.bytes.toString();
  for (const figure of ["31,075", "8,330", "−22,745"]) assert.ok(text.includes(figure), figure);
  assert.ok((await drawn(page, "image/svg+xml", svg.bytes)).colours > 3);
  const png = await saved(page, () => fromChart(chart, "2 倍"));
  const picture = await drawn(page, "image/png", png.bytes);
  assert.ok(picture.width >= 1920 && picture.colours > 3, JSON.stringify(picture));

  await openDepartments(page);
  await openScreen(page, "总览");
  const trend = page.locator(".overview-charts .chart").nth(1);
  const lines = await saved(page, () => fromChart(trend, "SVG"));
  for (const word of ["2015", "2019", "财政局"]) assert.ok(lines.bytes.toString().includes(word), word);
});
