import { analyse } from '../../../shared/quality/analyse.ts';
import type { AnalysisInput } from '../../../shared/quality/analyse.ts';
import { sha256 } from '../../sha256.ts';

/** A process of its own for one analysis: the input comes as a message, the analysis goes back as one. */
process.once('message', (input: AnalysisInput) => {
  // The server may be gone by then; nobody waits for the answer.
  process.send?.(analyse(input, sha256), () => {
    if (process.connected) process.disconnect();
  });
});
