// What leaves a chart: files, the clipboard, frames in other pages, the slides of the page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { pageTest } from "./page.mjs";
import { notice, openScreen } from "./work.mjs";

/** Opens the menu of the n-th chart in sight and chooses an entry; gives what is saved. */
async function choose(page, label, nth = 0) {
  await page.locator(".chart-tools .menu > button").nth(nth).click();
  await page.locator(".chart-tools .menu-entry", { hasText: label }).click();
}
async function saved(page, work) {
  const [download] = await Promise.all([page.waitForEvent("download"), work()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}
const save = (page, label, nth) => saved(page, () => choose(page, label, nth));
const parts = (path) => execFileSync("unzip", ["-Z1", path], { encoding: "utf8" }).trim().split("\n");
const part = (path, name) => execFileSync("unzip", ["-p", path, name.replace(/([[\]])/g, "\\$1")], { encoding: "utf8" });
const pngWidth = (path) => readFileSync(path).readUInt32BE(16);

pageTest("a chart is saved as SVG whose text stays text", {}, async (page) => {
  await openScreen(page, "审批时限");
  const title = await page.locator(".chart-title").textContent();
  const file = await save(page, "SVG");
  assert.match(file.name, /^法衡_.*\.svg$/);
  const read = await page.evaluate((svg) => {
    const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    return { tag: root.localName, title: root.querySelector("title")?.textContent, texts: root.querySelectorAll("text").length };
  }, readFileSync(file.path, "utf8"));
  assert.equal(read.tag, "svg");
  assert.equal(read.title, title);
  assert.ok(read.texts > 10, `${read.texts} texts`);
});

pageTest("a chart is saved as PNG at 1 to 4 times", {}, async (page) => {
  await openScreen(page, "审批时限");
  for (const ratio of [1, 2, 3, 4]) {
    const file = await save(page, `${ratio} 倍`);
    assert.match(file.name, /\.png$/);
    assert.equal(pngWidth(file.path), 960 * ratio);
  }
});

pageTest("a chart is saved as a slide with a native chart and its workbook", {}, async (page) => {
  await openScreen(page, "审批时限");
  const title = await page.locator(".chart-title").textContent();
  const { name, path } = await save(page, "PPTX");
  assert.match(name, /\.pptx$/);
  const names = parts(path);
  for (const wanted of ["[Content_Types].xml", "ppt/presentation.xml", "ppt/slides/slide1.xml", "ppt/charts/chart1.xml"]) {
    assert.ok(names.includes(wanted), `${wanted} in ${names}`);
  }
  assert.ok(names.some((one) => /^ppt\/embeddings\/.*\.xlsx$/.test(one)), "the workbook is embedded");
  assert.ok(part(path, "ppt/slides/slide1.xml").includes(title), "the finding is the slide's title");
  assert.match(part(path, "ppt/charts/chart1.xml"), /31075/);
});

pageTest("a chart is copied as a picture", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await openScreen(page, "审批时限");
  await choose(page, "复制为图片");
  await notice(page).filter({ hasText: "已复制" }).waitFor();
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap(await item.getType("image/png"));
    return picture.width;
  });
  assert.equal(size, 1920);
});

pageTest("where nothing can be copied the page says what to do instead", {
  before: (page) => page.addInitScript(() => { delete window.ClipboardItem; }),
}, async (page) => {
  await openScreen(page, "审批时限");
  await choose(page, "复制为图片");
  await notice(page).filter({ hasText: "未能复制" }).waitFor();
  assert.match(await notice(page).textContent(), /PNG/);
});
