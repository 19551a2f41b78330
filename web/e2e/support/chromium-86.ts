import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { fontConfigFile } from './fonts.ts';
import { hallHost } from './hall.ts';

/** The package that carries Chromium 86.0.4240 for Linux x64. */
const carrier = 'chrome-aws-lambda';

async function unpack(): Promise<string> {
  const home = dirname(createRequire(import.meta.url).resolve(`${carrier}/package.json`));
  const folder = join(tmpdir(), 'gongping-chromium-86');
  const done = join(folder, 'unpacked');
  if (existsSync(done)) return folder;
  mkdirSync(folder, { recursive: true });
  const expand = (packed: string, to: string) =>
    pipeline(
      createReadStream(join(home, 'bin', packed)),
      createBrotliDecompress(),
      createWriteStream(join(folder, to)),
    );
  await expand('chromium.br', 'chromium');
  chmodSync(join(folder, 'chromium'), 0o755);
  for (const name of ['aws', 'swiftshader']) {
    await expand(`${name}.tar.br`, `${name}.tar`);
    execFileSync('tar', ['xf', join(folder, `${name}.tar`), '-C', folder]);
  }
  writeFileSync(done, '');
  return folder;
}

/**
 * Starts the real Chromium 86, the oldest that is served, without a GPU. What drives it was made for newer ones: pages
 * are opened, run code, take real clicks and keys and are drawn; looking for elements by role or text is not there.
 */
export async function launchChromium86(): Promise<Browser> {
  const folder = await unpack();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [
      '--headless',
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      `--host-resolver-rules=MAP ${hallHost} 127.0.0.1`,
    ],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'lib'),
      FONTCONFIG_FILE: fontConfigFile(),
    } as Record<string, string>,
  });
}
