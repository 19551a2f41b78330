import type { ScoreResult } from '../result.ts';
import type { Names } from './names.ts';
import { ID_NAMES } from './names.ts';
import { shown, stepLine } from './step-line.ts';
import { flagWords } from './words.ts';

/**
 * The derivation of one entry as Chinese text, a line per step, without a line break at the end; null if the result
 * has no such entry. Names of judges appear only if `names` gives them.
 */
export function explain(result: ScoreResult, entryId: string, names: Names = ID_NAMES): string | null {
  const entry = result.entries.find(({ id }) => id === entryId);
  if (entry === undefined) return null;
  const rank = entry.rank === null ? '不排名' : `第 ${entry.rank} 名`;
  const score = entry.score === null ? '无得分' : `${shown(entry.score)} 分`;
  const flags = entry.flags.map((flag) => `注意：${flagWords(flag, names.party)}。`);
  const steps = entry.steps.map((step) => stepLine(step, names));
  return [`${names.entry(entryId)}：${rank}，${score}`, ...steps, ...flags].join('\n');
}
