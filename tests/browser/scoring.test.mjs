// The home of the work: weights, ranking, rules and the explained unit, as a person uses them.
import assert from "node:assert/strict";
import { pageTest } from "./page.mjs";
import { field, openDepartments, openScreen, pull, ranking, redo, slider, undo } from "./work.mjs";

const numbers = (rows) => rows.map((row) => Number(row.score));

pageTest("the report of the page is scored and every figure leads to its section", {}, async (page) => {
  assert.match(await page.locator("h1").textContent(), /巩义市/);
  assert.ok(Number(await page.locator(".summary-score").textContent()) > 50);
  await openScreen(page, "评分");
  await page.locator(".unit-name").first().click();
  const lines = page.locator(".make-up-line");
  for (let nth = 0; nth < await lines.count(); nth++) {
    if (await lines.nth(nth).getAttribute("aria-expanded") === "false") await lines.nth(nth).click();
  }
  const leaves = await page.locator(".derivation").evaluateAll((all) => all.map((one) => one.textContent));
  assert.ok(leaves.length >= 20);
  for (const leaf of leaves) assert.match(leaf, /[一二三四五六]（|[一二三四五六]\(|缺数据/, leaf);
});

pageTest("units stand by score within their class, the vetoed last with rule and value", {}, async (page) => {
  await openDepartments(page);
  const rows = await ranking(page);
  const vetoed = rows.filter((row) => row.struck);
  assert.ok(vetoed.length >= 2);
  for (const row of vetoed) {
    assert.equal(row.place, "—");
    assert.equal(row.grade, "不合格");
    assert.match(row.reason, /：/);
    assert.match(row.change, /否决前第 \d+/);
  }
  let before;
  for (const row of rows) {
    if (before && before.place !== "—" && row.place !== "—" && Number(row.place) > Number(before.place)) {
      assert.ok(Number(row.score) <= Number(before.score), `${before.name} ${before.score}, ${row.name} ${row.score}`);
    }
    before = row;
  }
});

pageTest("a weight that is pulled changes scores and places while the hand is on it, as one step", {}, async (page) => {
  await openDepartments(page);
  const start = await ranking(page);
  await pull(page, 4, 0.95);
  const during = await ranking(page);
  assert.notDeepEqual(numbers(during), numbers(start));
  assert.notDeepEqual(during.map((row) => row.name), start.map((row) => row.name), "the order follows");
  await page.mouse.up();
  assert.deepEqual(await ranking(page), during);
  assert.match(await undo(page).getAttribute("title"), /^撤销：分值 行政执法 20 → \d/);
  await undo(page).click();
  assert.deepEqual(await ranking(page), start);
  await redo(page).click();
  assert.deepEqual(await ranking(page), during);
});

pageTest("the number field sets the same weight", {}, async (page) => {
  await openDepartments(page);
  const start = await ranking(page);
  await field(page, 0).fill("３５．５");
  assert.deepEqual(await ranking(page), start, "nothing changes while one types");
  await field(page, 0).press("Enter");
  assert.notDeepEqual(await ranking(page), start);
  assert.equal(await slider(page, 0).inputValue(), "35.5");
  await field(page, 0).fill("-3");
  assert.equal(await field(page, 0).getAttribute("aria-invalid"), "true");
  await field(page, 0).press("Escape");
  assert.equal(await field(page, 0).inputValue(), "35.5");
});

pageTest("without rules the vetoed are back at their place", {}, async (page) => {
  await openDepartments(page);
  const vetoed = (await ranking(page)).filter((row) => row.struck);
  await page.locator(".segment", { hasText: "不计规则" }).click();
  const rows = await ranking(page);
  assert.equal(rows.filter((row) => row.struck).length, 0);
  for (const one of vetoed) {
    const back = rows.find((row) => row.name === one.name);
    assert.match(back.place, /^\d+$/);
  }
});

pageTest("a rule that is switched off lets its units back, a threshold that moves hits others", {}, async (page) => {
  await openDepartments(page);
  await openScreen(page, "规则");
  const vetoes = page.locator(".rule-card", { has: page.locator(".chip-veto", { hasText: "一票否决" }) });
  const hits = () => page.locator(".rules-list .panel-sub").textContent();
  assert.doesNotMatch(await hits(), /· 0 个单位被否决/);
  for (let nth = 0; nth < await vetoes.count(); nth++) await vetoes.nth(nth).locator("[role=switch]").click();
  assert.match(await hits(), /· 0 个单位被否决/);
  for (let nth = 0; nth < await vetoes.count(); nth++) await undo(page).click();
  const before = await hits();
  const threshold = page.locator(".rule-card", { hasText: "败诉率" }).locator(".rule-threshold .number-field").first();
  await threshold.fill("1");
  await threshold.press("Enter");
  assert.notEqual(await hits(), before);
  assert.match(await undo(page).getAttribute("title"), /阈值 0\.3 → 0\.01/);
});

pageTest("everything is reached by keys", {}, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip-link");
  await openDepartments(page);
  const start = await ranking(page);
  await slider(page, 1).focus();
  for (let nth = 0; nth < 12; nth++) await page.keyboard.press("ArrowRight");
  assert.notDeepEqual(numbers(await ranking(page)), numbers(start));
  await page.keyboard.press("Control+z");
  assert.deepEqual(await ranking(page), start);
  await page.locator(".unit-name").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#unit-heading").textContent(), start[1].name);
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator("#unit-heading").textContent(), start[2].name);
  await page.keyboard.press("Alt+ArrowUp");
  assert.equal(await page.locator("#unit-heading").textContent(), start[1].name);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#unit-heading").count(), 0);
});

pageTest("headers sort, and say so; the search finds by part of a name", {}, async (page) => {
  await openDepartments(page);
  await page.locator("th.col-score button").click();
  assert.equal(await page.locator("th.col-score").getAttribute("aria-sort"), "descending");
  await page.locator("th.col-score button").click();
  assert.equal(await page.locator("th.col-score").getAttribute("aria-sort"), "ascending");
  const rows = (await ranking(page)).filter((row) => !row.struck).slice(0, 5);
  assert.deepEqual(numbers(rows), [...numbers(rows)].sort((a, b) => a - b));
  await page.locator(".search input").fill("公安");
  assert.deepEqual((await ranking(page)).map((row) => row.name), ["公安局"]);
});

pageTest("a screen reader hears which places changed, once the hand has let go", {}, async (page) => {
  await openDepartments(page);
  const news = page.locator(".scoring > [role=status]");
  assert.equal(await news.textContent(), "");
  const before = await ranking(page);
  await pull(page, 4, 0.9);
  assert.equal(await news.textContent(), "");
  await page.mouse.up();
  const after = await ranking(page);
  const moved = after.filter((row) => Number(row.place) && row.place !== before.find((old) => old.name === row.name).place);
  assert.ok(moved.length > 3);
  await page.waitForFunction((element) => element.textContent !== "", await news.elementHandle());
  const text = await news.textContent();
  assert.match(text, new RegExp(`另有 ${moved.length - 3} 个单位$`));
  for (const [, name, place] of text.matchAll(/[：，]([^，]+?)第 (\S+) 名/g)) {
    assert.equal(after.find((row) => row.name === name).place, place);
  }
});

pageTest("a part of a bar says what it is and leads to its criterion", {}, async (page) => {
  await openDepartments(page);
  const bar = page.locator(".unit-line .bar").first();
  const box = await bar.boundingBox();
  const [marks, possible] = await (async () => {
    await page.mouse.move(box.x + 3, box.y + 8);
    const title = await bar.getAttribute("title");
    assert.match(title, /^组织领导与责任：/);
    return title.match(/[\d.]+/g).map(Number);
  })();
  assert.ok(marks > 0 && marks <= possible);
  await page.mouse.click(box.x + 3, box.y + 8);
  assert.equal(await page.locator(".make-up-line").first().getAttribute("aria-expanded"), "true");
});

pageTest("units are found by the initials of their pinyin, filtered, and put under grades", {}, async (page) => {
  await openDepartments(page);
  const names = async () => (await ranking(page)).map((row) => row.name);
  await page.locator(".search input").fill("zrzy");
  assert.deepEqual(await names(), ["自然资源局"]);
  await page.locator(".search input").fill("");
  const chooser = (label) => page.locator(".ranking-tools .chooser", { hasText: label }).locator("select");
  await chooser("筛选").selectOption({ label: "被一票否决" });
  assert.deepEqual((await names()).sort(), ["住房和城乡建设局", "自然资源局"]);
  assert.match(await page.locator(".ranking-listed").textContent(), /2 个，共 22 个/);
  await chooser("筛选").selectOption({ label: "全部单位" });
  await chooser("分组").selectOption({ label: "按等次" });
  const heads = await page.locator(".class-line > th").allTextContents();
  assert.equal(heads.reduce((sum, head) => sum + Number(head.match(/\d+$/)[0]), 0), 22);
  assert.deepEqual(heads.map((head) => head.replace(/\d+$/, "")), ["优秀", "良好", "合格", "不合格"]);
  // Under a grade units of all classes stand by score.
  const scores = numbers((await ranking(page)).filter((row) => row.grade === "良好"));
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a));
});

pageTest("columns are chosen, and sorted by", {}, async (page) => {
  await openDepartments(page);
  await page.locator(".ranking-tools button", { hasText: "列" }).click();
  await page.locator(".checklist-entry", { hasText: "行政执法" }).click();
  await page.locator(".checklist-entry", { hasText: "较上年" }).click();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".checklist-entry").count(), 0);
  assert.equal(await page.locator("th.col-change").count(), 0);
  await page.locator("th.col-number button", { hasText: "行政执法" }).click();
  assert.equal(await page.locator("th.col-number").getAttribute("aria-sort"), "descending");
  const ranked = page.locator(".unit-line:not(.unit-line-vetoed) .col-number");
  const marks = (await ranked.allTextContents()).slice(0, 5).map(Number);
  assert.deepEqual(marks, [...marks].sort((a, b) => b - a));
  // The choice stays while another screen is looked at.
  await openScreen(page, "规则");
  await openScreen(page, "评分");
  assert.equal(await page.locator("th.col-number").count(), 1);
});

pageTest("panel and ranking are both in sight on a small screen, and nothing moves sideways", {}, async (page) => {
  await openDepartments(page);
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight);
  assert.ok(await fits());
  const left = () => page.locator(".unit-line .col-score").first().evaluate((cell) => cell.getBoundingClientRect().right);
  const before = await left();
  await pull(page, 2, 0.9);
  assert.equal(await left(), before);
  await page.mouse.up();
  await page.locator(".unit-name").first().click();
  assert.ok(await fits());
  assert.ok(await page.locator("#ranking-heading").isVisible() && await page.locator("#scheme-heading").isVisible());
});

pageTest("places are held against last year, or against a scheme that was kept", {}, async (page) => {
  await openDepartments(page);
  const kept = await ranking(page);
  await openScreen(page, "比较");
  await page.locator(".compare-keep input").fill("初稿");
  await page.locator(".compare-keep button").click();
  await openScreen(page, "评分");
  const against = page.locator(".chooser-against select");
  await against.selectOption({ label: "初稿" });
  assert.match(await page.locator("th.col-change").textContent(), /较方案/);
  const ranked = (rows) => rows.filter((row) => row.place !== "—");
  for (const row of ranked(await ranking(page))) assert.equal(row.change, "=", row.name);

  await field(page, 0).fill("60");
  await field(page, 0).press("Enter");
  let moved = 0;
  for (const row of ranked(await ranking(page))) {
    const risen = Number(kept.find((before) => before.name === row.name).place) - Number(row.place);
    const said = risen === 0 ? "=" : risen > 0 ? `▲${risen}上升 ${risen} 位` : `▼${-risen}下降 ${-risen} 位`;
    assert.equal(row.change, said, row.name);
    moved += Number(risen !== 0);
  }
  assert.ok(moved > 3, `${moved} moved`);
  await page.locator("th.col-change button").click();
  const risen = ranked(await ranking(page)).map((row) => Number(row.change.match(/^▲(\d+)/)?.[1] ?? 0));
  assert.ok(risen[0] > 0 && risen[0] >= risen[1], risen.join());
  await against.selectOption("");
  assert.match(await page.locator("th.col-change").textContent(), /较上年/);
});
