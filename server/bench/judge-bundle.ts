import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of JavaScript and CSS, after gzip, that a tablet may load before its judge can mark a sheet. */
export const judgeBudget = 120_000;

interface Chunk {
  file: string;
  isEntry?: boolean;
  css?: string[];
  imports?: string[];
}

/**
 * What the built judge screens weigh: everything that is there once their pages and texts are, offline from then on.
 * @param folder of the built interface
 * @throws Error where a chunk of the judge's is not in the build
 */
export function judgeBundle(folder: string): number {
  const read = (file: string) => readFileSync(join(folder, file));
  const manifest = JSON.parse(read('.vite/manifest.json').toString()) as Record<string, Chunk>;
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} is not in the build`);
    if (files.has(chunk.file)) return;
    [chunk.file, ...(chunk.css ?? [])].forEach((file) => files.add(file));
    (chunk.imports ?? []).forEach(visit);
  };
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);
  [...entries, 'pages/judge/pages.ts', 'locales/zh-CN/judge.json'].forEach(visit);
  return [...files].reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
}
