import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { hallHost } from './hall.ts';

/** A Chromium that finds the hall's address on this machine, so that its pages are plain http and not secure. */
export const launchHallBrowser = (): Promise<Browser> =>
  launchBrowser([`--host-resolver-rules=MAP ${hallHost} 127.0.0.1`]);

/** Errors a page throws while it is looked at; a test ends with none. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

/** Gives a browser context the cookies of somebody who has signed in through the API. */
export async function signInAs(
  page: Page,
  origin: string,
  cookies: ReadonlyMap<string, string>,
): Promise<void> {
  await page
    .context()
    .addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin, httpOnly: true })));
}
