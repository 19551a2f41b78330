import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from './chromium.ts';
import { fontConfigFile } from './fonts.ts';

/** Starts a headless Chromium that can draw Chinese. Close it in `afterAll`. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--disable-background-networking'],
    env: { ...process.env, FONTCONFIG_FILE: fontConfigFile() } as Record<string, string>,
  });
}
