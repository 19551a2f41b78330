import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const INSTALLED: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * Unpacks the Chromium of the npm package once per version. The package takes any binary it finds in the temporary
 * folder for its own, so one of another version is removed first.
 */
async function bundledChromium(): Promise<string> {
  const require = createRequire(import.meta.url);
  const home = dirname(dirname(dirname(require.resolve('@sparticuz/chromium'))));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const binary = join(tmpdir(), 'chromium');
  const mark = `${binary}.version`;
  const unpacked = existsSync(mark) ? readFileSync(mark, 'utf8') : '';
  if (unpacked !== version) rmSync(binary, { force: true });
  const { default: chromium } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  writeFileSync(mark, version);
  return path;
}

/**
 * Finds a Chromium: the one named by CHROME_PATH, an installed one, on Linux x64 the one in an npm package. With
 * E2E_BROWSER=bundled only the last is taken, as on a machine without a browser.
 * @returns path of the executable
 * @throws Error that says what to install where there is none
 */
export async function chromiumPath(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
    return named;
  }
  const bundledOnly = process.env['E2E_BROWSER'] === 'bundled';
  const installed = (INSTALLED[process.platform] ?? []).find((path) => existsSync(path));
  if (installed && !bundledOnly) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium();
  throw new Error(
    'The browser tests need Chromium or Chrome. Install one (Debian: apt-get install chromium), or set CHROME_PATH.',
  );
}
