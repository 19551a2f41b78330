import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Analysis } from '../../../shared/contract/quality.ts';
import type { AnalysisInput } from '../../../shared/quality/analyse.ts';

/** Compiled, the program stands beside this file; from the sources it runs through tsx. */
const isSource = import.meta.url.endsWith('.ts');
const program = fileURLToPath(
  new URL(isSource ? './analysis-process.ts' : './analysis-process.js', import.meta.url),
);

/**
 * Analyses in another process: some tenths of a second of pure computing for a county, minutes for a province, in
 * which no tablet may wait for the server.
 * @throws Error when that process ends without an answer
 */
export function analyseApart(input: AnalysisInput): Promise<Analysis> {
  return new Promise((resolve, reject) => {
    const child = fork(program, { execArgv: isSource ? ['--import', 'tsx'] : [] });
    child.once('message', (analysis) => resolve(analysis as Analysis)); // Both ends are this folder's.
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the analysis ended with ${code ?? 'a signal'}`)));
    child.send(input);
  });
}
