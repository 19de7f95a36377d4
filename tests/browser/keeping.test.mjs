// What is kept over a reload, what is said where it cannot be, languages, themes, and files that are opened.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { address, pageTest, started } from "./page.mjs";
import { field, json, keptWith, keptWork, notice, openDepartments, openFile, openScreen, ranking, undo } from "./work.mjs";

pageTest("a reload keeps the work", {}, async (page) => {
  await openDepartments(page);
  await field(page, 3).fill("33");
  await field(page, 3).press("Enter");
  await page.locator(".segment", { hasText: "不计规则" }).click();
  const before = await ranking(page);
  await page.reload();
  await started(page);
  assert.equal(await field(page, 3).inputValue(), "33");
  assert.deepEqual(await ranking(page), before);
});

for (const [name, damage] of Object.entries({
  damaged: (text) => text.slice(0, text.length / 2),
  newer: (text) => text.replace('"version":1', '"version":99'),
  foreign: () => "not ours",
})) {
  pageTest(`kept work that is ${name} is put aside, with a message`, {}, async (page) => {
    await openScreen(page, "评分");
    await page.locator(".saved-state").waitFor();
    await keptWith(page, "faheng-work");
    const { key, text } = await keptWork(page);
    const damaged = damage(text);
    // After the page has written for the last time.
    await page.addInitScript(([key, text]) => {
      if (!sessionStorage.getItem("damaged")) {
        sessionStorage.setItem("damaged", "once");
        localStorage.setItem(key, text);
      }
    }, [key, damaged]);
    await page.reload();
    await started(page);
    assert.match(await notice(page).textContent(), /上次的工作未能恢复/);
    assert.equal(await page.evaluate(() => localStorage.getItem("faheng.work.unreadable")), damaged);
    assert.match(await page.locator("h1").textContent(), /总览/);
  });
}

pageTest("where storage is denied the page works and says that nothing is kept", {
  before: (page) => page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
  }),
}, async (page) => {
  await openDepartments(page);
  await page.locator(".saved-state-not", { hasText: "工作不会保留" }).waitFor();
  assert.equal((await ranking(page)).length, 22);
});

pageTest("where storage is full the page works and says that nothing is kept", {
  before: (page) => page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  }),
}, async (page) => {
  await openDepartments(page);
  await page.locator(".saved-state-not", { hasText: "工作不会保留" }).waitFor();
});

pageTest("English is complete", {}, async (page) => {
  await openDepartments(page);
  await page.locator(".unit-name").first().click();
  await page.locator(".top-bar button[lang=en]").click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  for (const screen of ["Overview", "Scoring", "Rules", "Data"]) {
    await openScreen(page, screen);
    const chinese = await page.evaluate(() => {
      const found = [];
      const walk = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (/[\u3000-\u9fff\uff00-\uffef]/.test(node.data) && !node.parentElement.closest("[lang=zh-CN]")) found.push(node.data);
      }
      for (const element of document.querySelectorAll("#app [title], #app [aria-label]")) {
        const said = `${element.title} ${element.getAttribute("aria-label") ?? ""}`;
        if (/[\u3000-\u9fff]/.test(said) && !element.closest("[lang=zh-CN]")) found.push(said);
      }
      return found;
    });
    assert.deepEqual(chinese, [], screen);
  }
});

pageTest("light, dark and the system's way, kept over a reload before the first paint", { colorScheme: "light" }, async (page) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const button = page.locator(".top-bar button", { hasText: /自动|浅色|深色/ });
  const light = await ground();
  await button.click();
  assert.equal(await ground(), light);
  await button.click();
  const dark = await ground();
  assert.notEqual(dark, light);
  await page.waitForFunction(() => localStorage.getItem("faheng.theme") === "dark");
  await page.reload();
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await started(page);
  assert.equal(await ground(), dark);
});

const bad = {
  "empty": "",
  "truncated": '{"format":"faheng-data","version":1,"data":{"id":"x",',
  "of another version": { format: "faheng-data", version: 7, data: {} },
  "of another kind": "PK\u0003\u0004",
  "not JSON": "<html><body>",
};
for (const [name, content] of Object.entries(bad)) {
  pageTest(`a file that is ${name} changes nothing and says why`, {}, async (page) => {
    await openDepartments(page);
    const before = await ranking(page);
    await openFile(page, json("坏文件<b>.json", content));
    await notice(page).waitFor();
    assert.match(await notice(page).textContent(), /未打开《坏文件<b>\.json》：.+当前内容没有改变/);
    assert.equal(await page.locator(".notice b").count(), 0);
    assert.deepEqual(await ranking(page), before);
    await notice(page).locator("button").click();
    assert.equal(await notice(page).count(), 0);
  });
}

pageTest("a file of 200 MB is refused unread", {}, async (page) => {
  const folder = mkdtempSync(join(tmpdir(), "faheng-"));
  const path = join(folder, "large.json");
  try {
    writeFileSync(path, "");
    truncateSync(path, 200_000_000);
    await openFile(page, path);
    assert.match(await notice(page).textContent(), /200 MB，超过 64 MB/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const own = {
  format: "faheng-data",
  version: 1,
  data: {
    id: "own",
    name: { zh: "<img src=x onerror=alert(1)>", en: "Own" },
    nature: "invented",
    classes: [{ id: "c", name: { zh: "类", en: "Class" } }],
    units: ["a", "b"].map((id) => ({ id, name: { zh: `<i>${id}</i>`, en: id }, class: "c" })),
    indicators: [{ id: "x", name: { zh: "指标", en: "Indicator" }, measure: { kind: "share" } }],
    observations: [{ unit: "a", year: 2021, indicator: "x", value: 0.5 }],
  },
};

pageTest("own data is opened, kept, and its markup stays text", {}, async (page) => {
  await openFile(page, json("own.json", own));
  assert.match(await notice(page).textContent(), /已打开数据/);
  assert.match(await page.locator("h1").textContent(), /<img src=x onerror=alert\(1\)> · 2021/);
  assert.equal(await page.locator("#app img").count(), 0);
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith("faheng.own.")));
  await page.reload();
  await started(page);
  assert.match(await page.locator("h1").textContent(), /2021/);
});

pageTest("work that a page of one place kept is gone on with", {}, async (page) => {
  await openDepartments(page);
  await field(page, 3).fill("33");
  await field(page, 3).press("Enter");
  await keptWith(page, "33");
  const { text } = await keptWork(page);
  const other = await page.context().newPage();
  // As the first pages left it: one key, no slots, no slides, no locks.
  const first = { ...JSON.parse(text), deck: undefined, hold: undefined };
  await page.close();
  await other.addInitScript((text) => {
    if (sessionStorage.getItem("once")) return;
    sessionStorage.setItem("once", "yes");
    localStorage.clear();
    localStorage.setItem("faheng.work", text);
  }, JSON.stringify(first));
  await other.goto(address);
  await started(other);
  assert.equal(await field(other, 3).inputValue(), "33");
  await keptWith(other, "33");
  assert.equal(await other.evaluate(() => localStorage.getItem("faheng.work")), null);
});

/** A data set of so many observations. */
const large = (count) => ({
  ...own,
  data: {
    ...own.data,
    id: "large",
    units: Array.from({ length: count / 10 }, (_, n) => ({ id: `u${n}`, name: { zh: `单位${n}`, en: `Unit ${n}` }, class: "c" })),
    observations: Array.from({ length: count }, (_, n) => ({ unit: `u${Math.floor(n / 10)}`, year: 2010 + n % 10, indicator: "x", value: n / count })),
  },
});

pageTest("data too large for the browser's storage are in its database, and survive a crash", {}, async (page) => {
  await openFile(page, json("large.json", large(30_000)));
  await notice(page).waitFor();
  await page.waitForFunction(() => localStorage.getItem("faheng.own.data.large") === "in database");
  await page.locator(".saved-state", { hasText: "已保存在本机" }).waitFor();
  await notice(page).locator("button").click();
  await openScreen(page, "数据");
  await page.locator("#data-grid").waitFor();
  const before = await page.locator("main").textContent();
  const other = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await other.goto(address);
  await started(other);
  await openScreen(other, "数据");
  await other.locator("#data-grid").waitFor();
  assert.equal(await other.locator("main").textContent(), before);
  assert.match(before, /3000 个单位.*单位40\.16%/);
});

pageTest("two tabs keep their work apart, and either can take back the other's", {}, async (page) => {
  const set = async (tab, nth, value) => {
    await field(tab, nth).fill(value);
    await field(tab, nth).press("Enter");
  };
  const points = (tab) => Promise.all([0, 1].map((nth) => field(tab, nth).inputValue()));
  await openDepartments(page);
  const [, second] = await points(page);
  await set(page, 0, "35");
  await keptWith(page, '"points": 35.0');
  const other = await page.context().newPage();
  await other.goto(address);
  await started(other);
  assert.deepEqual(await points(other), ["35", second], "a new tab goes on with the latest work");
  await set(other, 0, "21");
  await keptWith(other, '"points": 21.0');
  await set(page, 1, "22");
  await notice(page).waitFor();
  assert.match(await notice(page).textContent(), /另一个标签页.*互不覆盖/);
  await page.reload();
  await started(page);
  assert.deepEqual(await points(page), ["35", "22"]);
  await other.reload();
  await started(other);
  assert.deepEqual(await points(other), ["21", second]);

  await page.close();
  await other.close();
  const third = await page.context().newPage();
  await third.goto(address);
  await started(third);
  const present = await points(third);
  await third.locator(".top-bar button", { hasText: "文件" }).click();
  await third.locator(".menu-entry", { hasText: /取回另一份工作（\d\d-\d\d \d\d:\d\d）/ }).first().click();
  assert.match(await notice(third).textContent(), /已取回另一份工作/);
  assert.deepEqual(new Set([present, await points(third)].map(String)), new Set([["35", "22"], ["21", second]].map(String)));
  await undo(third).click();
  assert.deepEqual(await points(third), present);
});
