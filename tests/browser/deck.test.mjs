// What leaves a chart: files, the clipboard, frames in other pages, the slides of the page.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { Marp } from "@marp-team/marp-core";
import { address, pageTest, started } from "./page.mjs";
import { keptWith, notice, openDepartments, openScreen, undo } from "./work.mjs";
import { unzip } from "./zip.mjs";

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
const parts = (path) => unzip(readFileSync(path));
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
  const names = Object.keys(parts(path));
  for (const wanted of ["[Content_Types].xml", "ppt/presentation.xml", "ppt/slides/slide1.xml", "ppt/charts/chart1.xml"]) {
    assert.ok(names.includes(wanted), `${wanted} in ${names}`);
  }
  assert.ok(names.some((one) => /^ppt\/embeddings\/.*\.xlsx$/.test(one)), "the workbook is embedded");
  assert.ok(parts(path)["ppt/slides/slide1.xml"].includes(title), "the finding is the slide's title");
  assert.match(parts(path)["ppt/charts/chart1.xml"], /31075/);
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

// In other pages.

const folder = mkdtempSync(join(tmpdir(), "faheng-deck-"));
after(() => rmSync(folder, { recursive: true }));
/** Writes a page on disk; its address. */
function written(name, html) {
  writeFileSync(join(folder, name), html);
  return pathToFileURL(join(folder, name)).href;
}
const packages = new URL("node_modules/", import.meta.url).href;
/** Pages of ours in tests are files that are asked for. */
const files = { expected: /^request: file:/ };

/** The code that the page offers for the chart on the screen, with the page's whole address in it. */
async function frameCode(page, ground) {
  await choose(page, "嵌入其他网页");
  if (ground) await page.locator(".embed-panel select").selectOption(ground);
  const code = await page.locator(".embed-code").inputValue();
  return code.replace('src="index.html', `src="${address}`);
}
/** Waits until the chart in a frame is drawn; what it says and how large its canvas is. */
async function framed(frame) {
  const canvas = frame.locator(".alone canvas");
  await canvas.waitFor();
  const inked = (canvas) => {
    const blank = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
    return canvas.toDataURL() !== blank.toDataURL();
  };
  while (!await canvas.evaluate(inked)) await frame.locator(".chart-stage").waitFor();
  return {
    title: await frame.locator("h1").textContent(),
    ...await canvas.evaluate((canvas) => ({ width: canvas.clientWidth, height: canvas.clientHeight })),
  };
}
const frameOf = (page) => page.frameLocator("iframe");

pageTest("a chart alone fills its frame, follows its size, is see-through, and keeps nothing", files, async (page) => {
  await openScreen(page, "审批时限");
  const title = await page.locator(".chart-title").textContent();
  const code = await frameCode(page);
  assert.match(code, /width="960" height="540"/);
  const host = written("host.html", `<!doctype html><body style="margin:0;background:#fedcba">${code}`);
  await page.goto(host);
  await framed(frameOf(page));
  await page.evaluate(() => localStorage.clear());
  await page.reload();

  const first = await framed(frameOf(page));
  assert.equal(first.title, title);
  assert.ok(first.width > 900 && first.width <= 960, `${first.width} wide`);
  await page.evaluate(() => Object.assign(document.querySelector("iframe").style, { width: "500px", height: "320px" }));
  await frameOf(page).locator("canvas").evaluate((canvas) => new Promise((resolve) => {
    const look = () => (canvas.clientWidth < 500 ? resolve() : requestAnimationFrame(look));
    look();
  }));
  const small = await framed(frameOf(page));
  assert.ok(small.height < first.height, `${small.height} of ${first.height} high`);
  const scrolls = await frameOf(page).locator("html").evaluate((html) => html.scrollHeight > html.clientHeight || html.scrollWidth > html.clientWidth);
  assert.equal(scrolls, false, "nothing is cut off");

  const corner = { width: 4, height: 4 };
  const within = await page.screenshot({ clip: { x: 494, y: 2, ...corner } });
  const without = await page.screenshot({ clip: { x: 700, y: 400, ...corner } });
  assert.deepEqual(within, without, "the page around is seen through the frame");
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

pageTest("a chart alone speaks the language and has the ground that its address says", files, async (page) => {
  await openScreen(page, "审批时限");
  const code = await frameCode(page, "dark");
  assert.match(code, /theme=dark/);
  await page.goto(written("dark.html", `<!doctype html><body style="background:#123">${code.replace("lang=zh", "lang=en")}`));
  const { title } = await framed(frameOf(page));
  assert.doesNotMatch(title, /审批|压减/);
  const html = frameOf(page).locator("html");
  assert.equal(await html.getAttribute("data-theme"), "dark");
  assert.equal(await html.getAttribute("lang"), "en");
});

pageTest("a frame that asks for data that is not there says so", files, async (page) => {
  await page.goto(written("none.html", `<!doctype html><iframe src="${address}#embed=trend&data=elsewhere"></iframe>`));
  await frameOf(page).locator(".alone-problem", { hasText: "elsewhere" }).waitFor();
});

pageTest("a chart stands in a reveal.js deck from disk", files, async (page) => {
  await openScreen(page, "审批时限");
  const title = await page.locator(".chart-title").textContent();
  const code = await frameCode(page);
  const reveal = `${packages}reveal.js/dist/`;
  await page.goto(written("reveal.html", `<!doctype html><meta charset="utf-8">
    <link rel="stylesheet" href="${reveal}reveal.css"><link rel="stylesheet" href="${reveal}theme/white.css">
    <div class="reveal"><div class="slides"><section><h2>法治政府建设</h2></section><section>${code}</section></div></div>
    <script src="${reveal}reveal.js"></script><script>Reveal.initialize({ transition: "none" }).then(() => { window.ready = true; });</script>`));
  await page.waitForFunction(() => window.ready);
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => Reveal.getIndices().h === 1);
  assert.equal((await framed(frameOf(page))).title, title);
  assert.ok(await page.locator("iframe").isVisible());
});

pageTest("a chart stands in a Marp deck from disk", files, async (page) => {
  await openScreen(page, "审批时限");
  const title = await page.locator(".chart-title").textContent();
  const code = await frameCode(page);
  const allowed = { iframe: { src: true, title: true, width: true, height: true, style: true } };
  const { html, css } = new Marp({ html: allowed }).render(`# 法治政府建设\n\n---\n\n${code}\n`);
  await page.goto(written("marp.html", `<!doctype html><meta charset="utf-8"><style>${css}</style>${html}`));
  const shown = await framed(frameOf(page));
  assert.equal(shown.title, title);
  assert.ok(shown.width > 800, `${shown.width} wide`);
});

// The slides of the page.

const slideTitles = (page) => page.locator(".deck-title").allTextContents();
const addSlide = (page) => page.locator(".chart-tools > button", { hasText: "加入汇报" }).first().click();
const shownSlide = (page) => page.locator(".presented .slide-headline");

/** Three slides of the invented departments: approval times, scores over the years, an indicator over the years. */
async function collect(page) {
  await openDepartments(page);
  await openScreen(page, "审批时限");
  await addSlide(page);
  await openScreen(page, "趋势");
  await addSlide(page);
  await page.locator(".trends-measured select").selectOption({ index: 2 });
  await addSlide(page);
  await openScreen(page, "汇报");
  await page.locator(".deck-item").nth(2).waitFor();
}

pageTest("slides are collected, reordered by keys and by drag, worded, undone and kept", {}, async (page) => {
  await openScreen(page, "汇报");
  await page.locator(".deck-empty").waitFor();
  await collect(page);
  const [a, b, c] = await slideTitles(page);
  await page.locator(".deck-choose").nth(2).click();
  await page.keyboard.press("Alt+ArrowUp");
  assert.deepEqual(await slideTitles(page), [a, c, b]);
  await page.keyboard.press("Alt+ArrowUp");
  assert.deepEqual(await slideTitles(page), [c, a, b]);
  await page.locator(".deck-item").nth(2).dragTo(page.locator(".deck-item").first());
  assert.deepEqual(await slideTitles(page), [b, c, a]);
  await undo(page).click();
  assert.deepEqual(await slideTitles(page), [c, a, b]);

  await page.locator(".deck-choose").first().click();
  const headline = page.locator(".deck-form input");
  await headline.fill("这一项拉开了差距 <b>&");
  await headline.press("Tab");
  await page.locator(".deck-form textarea").fill("先讲口径，再讲差距。");
  await page.locator(".deck-cover input[type=checkbox]").check();
  await page.locator(".deck-cover input[type=text]").first().fill("年度汇报");
  await page.locator(".deck-cover input[type=text]").first().press("Tab");
  assert.equal(await page.locator(".slide-headline").textContent(), "这一项拉开了差距 <b>&");
  await keptWith(page, "年度汇报");
  await page.reload();
  await started(page);
  assert.equal((await slideTitles(page))[0], "这一项拉开了差距 <b>&");

  const { name, path } = await saved(page, () => page.locator(".deck-commands button", { hasText: "PPTX" }).click());
  assert.equal(name, "法衡_年度汇报.pptx");
  const names = Object.keys(parts(path));
  // A chart with many bars goes on over several slides, each with a chart of its own.
  const slides = names.filter((one) => /^ppt\/slides\/slide\d+\.xml$/.test(one)).length;
  assert.ok(slides >= 4, `${slides} slides`);
  assert.equal(names.filter((one) => /^ppt\/charts\/chart\d+\.xml$/.test(one)).length, slides - 1);
  assert.match(parts(path)["ppt/slides/slide1.xml"], /年度汇报/);
  assert.match(parts(path)["ppt/slides/slide2.xml"], /这一项拉开了差距 &lt;b(>|&gt;)&amp;/);
  assert.match(parts(path)["ppt/notesSlides/notesSlide2.xml"], /先讲口径/);

  await page.locator(".deck-commands .segment", { hasText: "4:3" }).click();
  const standard = await saved(page, () => page.locator(".deck-commands button", { hasText: "PPTX" }).click());
  assert.match(parts(standard.path)["ppt/presentation.xml"], /screen4x3/);
});

pageTest("slides are presented: keys turn, a weight moves the chart and is taken back, Escape ends", {}, async (page) => {
  await collect(page);
  const [a, b, c] = await slideTitles(page);
  await page.locator(".deck-choose").first().click();
  await page.locator(".deck-commands button", { hasText: "放映" }).click();
  await shownSlide(page).filter({ hasText: a }).waitFor();
  await page.keyboard.press("ArrowRight");
  await shownSlide(page).filter({ hasText: b }).waitFor();
  await page.keyboard.press("End");
  await shownSlide(page).filter({ hasText: c }).waitFor();
  await page.keyboard.press("PageUp");
  await shownSlide(page).filter({ hasText: b }).waitFor();
  assert.match(await page.locator(".presented-place").textContent(), /第 2 张，共 3 张/);
  assert.match(await page.locator(".presented-time").textContent(), /^\d\d:\d\d$/);

  await page.keyboard.press("w");
  const weight = page.locator(".presented-weights input").first();
  const back = page.locator(".presented-weights button");
  assert.equal(await back.isDisabled(), true, "what was done before is not taken back in front of the audience");
  const drawing = () => page.locator(".presented canvas").evaluate((canvas) => canvas.toDataURL());
  const before = await drawing();
  await weight.focus();
  await weight.press("End");
  await page.waitForFunction((old) => document.querySelector(".presented canvas").toDataURL() !== old, before);
  await back.click();
  await page.waitForFunction((old) => document.querySelector(".presented canvas").toDataURL() === old, before);

  await page.locator(".presentation").focus();
  await page.keyboard.press("p");
  await page.mouse.move(400, 300);
  const spot = await page.locator(".presented-spot").boundingBox();
  assert.deepEqual([spot.x + spot.width / 2, spot.y + spot.height / 2], [400, 300]);
  await page.keyboard.press("Escape");
  await page.locator(".presentation").waitFor({ state: "detached" });
  assert.equal((await slideTitles(page)).length, 3);
});

pageTest("charts are printed as vectors", {}, async (page) => {
  await openScreen(page, "审批时限");
  const pdf = await page.pdf();
  assert.doesNotMatch(pdf.toString("latin1"), /\/Subtype\s*\/Image/);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".chart-stage canvas").isVisible(), false);
  assert.ok(await page.locator(".chart-print svg text").count() > 5);
  assert.ok(await page.locator(".chart-print svg").isVisible());
});
