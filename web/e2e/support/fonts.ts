import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Regular and bold, as folders of the font package: what the Chinese faces of real machines have. */
const WEIGHTS = ['400Regular', '700Bold'];

let written: string | undefined;

/**
 * Writes a fontconfig file that adds Noto Sans SC from its package to the fonts of this machine, so that Chinese is
 * drawn on machines without a Chinese font.
 * @returns path for the environment variable FONTCONFIG_FILE
 */
export function fontConfigFile(): string {
  if (written) return written;
  const home = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const folder = mkdtempSync(join(tmpdir(), 'gongping-fonts-'));
  const dirs = [...WEIGHTS.map((weight) => join(home, weight)), '/usr/share/fonts'];
  const lines = dirs.map((dir) => `  <dir>${dir}</dir>`).join('\n');
  written = join(folder, 'fonts.conf');
  writeFileSync(
    written,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${lines}
  <cachedir>${join(folder, 'cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`,
  );
  return written;
}
