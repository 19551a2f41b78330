import type { VerifyFault } from './report.ts';
import type { VerifyTools } from './tools.ts';

const paths = ['manifest.json', 'ledger.jsonl', 'openings.jsonl', 'scorebook.json', 'funded.csv'] as const;

/** The files that verifying reads; one that is missing (the manifest tells) or not UTF-8 (a fault) is empty. */
export type Texts = Readonly<Record<(typeof paths)[number], string>>;

export function readTexts(
  files: ReadonlyMap<string, Uint8Array>,
  { decodeUtf8 }: Pick<VerifyTools, 'decodeUtf8'>,
): { texts: Texts; faults: VerifyFault[] } {
  const texts: Record<keyof Texts, string> = {
    'manifest.json': '',
    'ledger.jsonl': '',
    'openings.jsonl': '',
    'scorebook.json': '',
    'funded.csv': '',
  };
  const faults: VerifyFault[] = [];
  for (const path of paths) {
    const content = files.get(path);
    if (content === undefined) continue;
    try {
      texts[path] = decodeUtf8(content);
    } catch {
      faults.push({ path, code: 'unreadable' });
    }
  }
  return { texts, faults };
}
