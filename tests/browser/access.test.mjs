// Nothing stands in the way of a reader who cannot see or point: axe's rules on every screen, in both languages and themes.
import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { pageTest } from "./page.mjs";
import { openDepartments } from "./work.mjs";

for (const colorScheme of ["light", "dark"]) {
  for (const language of ["中文", "EN"]) {
    pageTest(`axe finds nothing on any screen, ${colorScheme}, ${language}`, { colorScheme }, async (page) => {
      await openDepartments(page);
      if (language === "EN") await page.locator(".quiet-button", { hasText: "EN" }).click();
      const found = {};
      const look = async (name) => {
        const here = await findings(page);
        if (here.length > 0) found[name] = here;
      };
      const entries = page.locator(".rail-entry");
      for (let nth = 0; nth < await entries.count(); nth += 1) {
        await entries.nth(nth).click();
        const name = (await entries.nth(nth).textContent()).trim();
        await look(name);
        if (await page.locator(".unit-name").count() > 0) {
          await page.locator(".unit-name").first().click();
          await look(`${name}, a unit opened`);
          await page.keyboard.press("Escape");
        }
      }
      assert.deepEqual(found, {});
    });
  }
}

// 1366 × 768 enlarged to 200 % is a window of half the width.
for (const language of ["中文", "EN"]) {
  pageTest(`enlarged to 200 % nothing is cut off to the right, ${language}`, { viewport: { width: 683, height: 384 } }, async (page) => {
    await openDepartments(page);
    if (language === "EN") await page.locator(".quiet-button", { hasText: "EN" }).click();
    const entries = page.locator(".rail-entry");
    for (let nth = 0; nth < await entries.count(); nth += 1) {
      await entries.nth(nth).click();
      const cut = await page.evaluate(() => {
        const scrolls = (element) => element && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
        return [...document.querySelectorAll("#app *")]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element.parentElement))
          .map((element) => element.outerHTML.slice(0, 80));
      });
      assert.deepEqual(cut, [], `screen ${nth}`);
      const heading = await page.locator("h1").boundingBox();
      assert.ok(heading.y + heading.height <= 192, `screen ${nth}: its heading ends at ${heading.y + heading.height} px, past half of the window`);
    }
  });
}
