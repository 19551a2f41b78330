import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';
import { fontConfigFile } from './fonts.ts';
import { hallHost } from './hall.ts';

/** A Chromium that finds the hall's address on this machine, so that its pages are plain http and not secure. */
export async function launchHallBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      `--host-resolver-rules=MAP ${hallHost} 127.0.0.1`,
    ],
    env: { ...process.env, FONTCONFIG_FILE: fontConfigFile() } as Record<string, string>,
  });
}

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
