import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from './chromium.ts';
import { fontConfigFile } from './fonts.ts';

/**
 * Starts a headless Chromium that can draw Chinese. Close it in `afterAll`.
 * @param args switches beside the usual ones
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--disable-background-networking', ...args],
    env: { ...process.env, FONTCONFIG_FILE: fontConfigFile() } as Record<string, string>,
  });
}
