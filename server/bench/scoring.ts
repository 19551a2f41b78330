import { certaintyOf } from '../../shared/scoring/certainty/certainty.ts';
import { rankTable } from '../../shared/scoring/ranking/rank.ts';
import { parseScorebook } from '../../shared/scoring/scorebook/parse.ts';
import type { Criterion, Rules, Scorebook, ScorebookFile } from '../../shared/scoring/scorebook/types.ts';
import { buildTable } from '../../shared/scoring/table/build.ts';
import { weightedTotals } from '../../shared/scoring/table/marks.ts';
import type { JudgedStage } from '../../shared/scoring/table/types.ts';
import { sha256 } from '../sha256.ts';

const ENTRIES = 10_000;
const JUDGES = 15;
const FACTORS = ['0.35', '1', '1.5', '0.8', '1.2', '0.5', '0.9', '1'] as const;
const TURNS = 40;

/** The county's rule: one highest and one lowest sheet dropped, mean, two decimals, ties by a criterion. */
const rules: Rules = {
  unit: 'sheet',
  combine: 'mean',
  trim: { high: 1, low: 1, min_valid: 5 },
  round: [{ at: 'mean', dp: 2, mode: 'half_up' }],
  ties: [{ criterion: 'c0' }],
};

/**
 * Exact ranking of 10,000 entries × 15 judges × 8 criteria against a plain weighted sum of the same numbers in typed
 * arrays, which neither trims nor rounds nor sorts; its memory; and the certainty of a county's line.
 */
export async function benchScoring(say: (line: string) => void): Promise<void> {
  const book = checked(invented(ENTRIES, JUDGES, FACTORS));
  const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const table = buildTable(book);
  const after = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const stage = table.stages[0] as JudgedStage; // No stages are named, so there is this one.
  const marks = Float64Array.from(
    book.sheets.flatMap(({ marks: own = {} }) => Object.values(own).map(Number)),
  );
  const weights = Float64Array.from(FACTORS, Number);
  const factors = stage.criteria.map(({ factor }) => factor);
  const plain = await least(() => weightedMeans(marks, weights));
  const exact = await least(() => {
    weightedTotals(stage.marks.column, factors, JUDGES);
    rankTable(table);
  });
  const cells = `${ENTRIES.toLocaleString('en')} × ${JUDGES} × ${FACTORS.length}`;
  say(
    `scoring ${cells}: totals and ranks ${(exact / plain).toFixed(1)} times a plain weighted sum in typed arrays, ` +
      `${((after - before) / 1e6).toFixed(0)} MB for the table`,
  );
  const county = checked(invented(34, JUDGES, FACTORS));
  const certain = (): unknown => certaintyOf(county, 20, 'bench', sha256);
  const first = cpu(certain);
  say(
    `certainty of the line, 34 × ${JUDGES}: ${first.toFixed(0)} ms of CPU the first time, ` +
      `${(await least(certain, 10)).toFixed(0)} ms once warm`,
  );
}

function checked(file: ScorebookFile): Scorebook {
  const parsed = parseScorebook(file);
  if (!parsed.ok) throw new Error('the invented scorebook has faults');
  return parsed.scorebook;
}

/** Marks by a linear congruential generator, so that every run has the same. */
function invented(entries: number, judges: number, factors: readonly string[]): ScorebookFile {
  let state = 1;
  const below = (k: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % k;
  };
  const criteria = factors.map((factor, i): Criterion => ({ id: `c${i}`, max: '20', step: '0.5', factor }));
  const named = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ id: `${prefix}${i}` }));
  const [panel, projects] = [named('j', judges), named('p', entries)];
  return {
    format: 'scorebook/1',
    criteria,
    judges: panel,
    entries: projects,
    sheets: projects.flatMap((entry) =>
      panel.map((judge) => ({
        judge: judge.id,
        entry: entry.id,
        marks: Object.fromEntries(criteria.map(({ id }) => [id, String(below(41) / 2)])),
      })),
    ),
    rules,
  };
}

/** The yardstick. */
function weightedMeans(marks: Float64Array, weights: Float64Array): Float64Array {
  const means = new Float64Array(ENTRIES);
  let at = 0;
  for (let entry = 0; entry < ENTRIES; entry += 1) {
    let sum = 0;
    for (let judge = 0; judge < JUDGES; judge += 1)
      for (let c = 0; c < weights.length; c += 1) sum += (marks[at++] ?? 0) * (weights[c] ?? 0);
    means[entry] = sum / JUDGES;
  }
  return means;
}

/** The least CPU of several turns, ms: the others were disturbed. Others may run between two turns. */
async function least(job: () => unknown, turns = TURNS): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < turns; turn += 1) {
    best = Math.min(best, cpu(job));
    await new Promise(setImmediate);
  }
  return best;
}

/** CPU of all threads of the process, ms. */
function cpu(job: () => unknown): number {
  const start = process.cpuUsage();
  job();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
