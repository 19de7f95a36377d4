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
