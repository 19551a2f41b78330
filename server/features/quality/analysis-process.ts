import { analyse } from '../../../shared/quality/analyse.ts';
import type { AnalysisInput } from '../../../shared/quality/analyse.ts';
import { sha256 } from '../../sha256.ts';

/** A process of its own for one analysis: the input comes as a message, the analysis goes back as one. */
process.once('message', (input: AnalysisInput) => {
  process.send?.(analyse(input, sha256), () => process.disconnect());
});
