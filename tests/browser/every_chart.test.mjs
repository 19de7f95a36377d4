// Every chart of the chart screen, in both languages and themes: drawn, told, walked by keys, and saved as each kind of file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pageTest } from "./page.mjs";
import { openDepartments, openScreen } from "./work.mjs";
import { unzip } from "./zip.mjs";

const CHINESE = /[\u4e00-\u9fff]/;

/** What a slide of a chart must hold, by the chart's name in either language: a native chart, or nothing for a picture. */
const ON_SLIDES = [
  [/^(排名|Ranking)$/, /<c:barDir val="bar"\/>/],
  [/^(得分分布|Distribution)$/, /<c:barDir val="col"\/>/],
  [/^(失分构成|Where marks were lost)$/, /<c:barDir val="col"\/><c:grouping val="stacked"\/>/],
  [/^(单位剖面|Profile of a unit)$/, /<c:radarChart>/],
  [/^(名次变化|Change of places)$/, /<c:lineChart>/],
  [/^(历年名次|Places over the years)$/, /<c:lineChart>/],
  [/^(热力图|Heat map)$/, null],
];

const parts = (path) => unzip(readFileSync(path));

/** Opens the menu of the chart, chooses an entry and gives the path of what is saved. */
async function save(page, label) {
  await page.locator(".chart-tools .menu > button").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".chart-tools .menu-entry", { hasText: label }).first().click(),
  ]);
  return download.path();
}

/** How many colours are on the canvas of the chart, counted up to fifty. */
const colours = (page) => page.locator(".chart-stage canvas").first().evaluate((canvas) => {
  // On a copy of its own, made for reading.
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set();
  for (let at = 0; at < data.length && seen.size < 50; at += 4) seen.add(`${data[at]} ${data[at + 1]} ${data[at + 2]}`);
  return seen.size;
});

async function looks(page, english) {
  const stage = page.locator(".chart-stage").first();
  await page.waitForFunction(() => document.querySelector(".chart-stage canvas")?.width > 300);
  assert.ok(await colours(page) > 10, "something is drawn");
  const alt = await stage.getAttribute("aria-label");
  assert.ok(alt.length > 40, alt);
  assert.equal(CHINESE.test(alt), !english, alt);
  await stage.focus();
  await page.keyboard.press("ArrowRight");
  const first = await stage.locator("[role=status]").textContent();
  // Some charts have their marks in one row, some in one column.
  const walked = [];
  for (const key of ["ArrowDown", "ArrowRight"]) {
    await page.keyboard.press(key);
    walked.push(await stage.locator("[role=status]").textContent());
  }
  assert.ok(first !== "" && walked.every((said) => said !== "") && walked.some((said) => said !== first), `${first} / ${walked}`);
}

async function leaves(page, name, title) {
  const svg = readFileSync(await save(page, "SVG"), "utf8");
  const read = await page.evaluate((svg) => {
    const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    return { tag: root.localName, title: root.querySelector("title")?.textContent, texts: root.querySelectorAll("text").length };
  }, svg);
  assert.equal(read.tag, "svg");
  assert.equal(read.title, title);
  assert.ok(read.texts > 10, `${read.texts} texts`);

  assert.equal(readFileSync(await save(page, /PNG.*1 ?[倍×x]|PNG.*960/)).readUInt32BE(16), 960);

  const slides = await save(page, "PPTX");
  const names = Object.keys(parts(slides));
  assert.ok(names.includes("ppt/slides/slide1.xml"), name);
  const known = ON_SLIDES.find(([pattern]) => pattern.test(name));
  assert.ok(known, `what the slide of ${name} holds is not known`);
  if (known[1]) {
    assert.match(parts(slides)["ppt/charts/chart1.xml"], known[1]);
    assert.ok(names.some((one) => /^ppt\/embeddings\/.*\.xlsx$/.test(one)), "the workbook is embedded");
  } else {
    assert.ok(names.some((one) => /^ppt\/media\/.*\.svg$/.test(one)), "the picture is SVG");
    assert.ok(names.some((one) => /^ppt\/media\/.*\.png$/.test(one)), "with a PNG beside it");
  }
}

// What is saved looks the same in either theme: it is saved once in each language.
for (const [english, colorScheme, saved] of [[false, "light", true], [true, "dark", true], [false, "dark", false], [true, "light", false]]) {
  pageTest(`every chart is drawn${saved ? ", told and saved" : " and told"}: ${english ? "English" : "Chinese"}, ${colorScheme}`, { colorScheme }, async (page) => {
    await openDepartments(page);
    if (english) await page.getByRole("button", { name: "EN", exact: true }).click();
    await openScreen(page, english ? "Charts" : "图表");
    const names = await page.locator(".chart-kind-name").allTextContents();
    assert.ok(names.length === ON_SLIDES.length, names.join());
    for (const name of names) {
      await page.locator(".chart-kind", { hasText: name }).locator("input").check();
      await page.locator(".chart-title").waitFor();
      const title = await page.locator(".chart-title").textContent();
      assert.equal(CHINESE.test(title), !english, title);
      await looks(page, english);
      if (saved) await leaves(page, name, title);
    }
  });
}

pageTest("places move by a scheme that is compared, and a unit is chosen for its profile", {}, async (page) => {
  await openDepartments(page);
  await openScreen(page, "图表");
  await page.locator(".chart-kind", { hasText: "名次变化" }).locator("input").check();
  await page.locator(".chart-title", { hasText: "2018 年 → 2019 年" }).waitFor();
  await page.locator(".charts-chooser", { hasText: "对照年度" }).locator("select").selectOption({ label: "2015 年" });
  await page.locator(".chart-title", { hasText: "2015 年 → 2019 年" }).waitFor();
  const kept = page.locator(".charts-chooser", { hasText: "对照方案" }).locator("select");
  await kept.selectOption({ label: "默认方案（部门考核）" });
  await page.locator(".chart-title", { hasText: "名次均未变" }).waitFor();

  await page.locator(".chart-kind", { hasText: "单位剖面" }).locator("input").check();
  await page.locator(".charts-chooser", { hasText: "单位" }).locator("select").selectOption({ label: "教育局" });
  await page.locator(".chart-title", { hasText: /^教育局 2019 年/ }).waitFor();
  await page.locator(".chart button", { hasText: "数据表" }).click();
  assert.equal(await page.locator(".chart table tbody tr").count(), 8);
});
