import { spawn } from 'node:child_process';
import type { Analysis } from '../../../shared/contract/quality.ts';
import type { AnalysisInput } from '../../../shared/quality/analyse.ts';
import { programArguments } from '../../program.ts';

/**
 * Analyses in another process: some tenths of a second of pure computing for a county, minutes for a province, in
 * which no tablet may wait for the server.
 * @throws Error when that process ends without an answer
 */
export function analyseApart(input: AnalysisInput): Promise<Analysis> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, programArguments('features/quality/analysis-process'), {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.once('message', (analysis) => resolve(analysis as Analysis)); // Both ends are this folder's.
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the analysis ended with ${code ?? 'a signal'}`)));
    child.send(input);
  });
}
