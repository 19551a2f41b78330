import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAssignment } from '../../shared/panels/assignment/file/parse.ts';
import { stepsText } from '../../shared/panels/assignment/model/fit.ts';
import { solveAssignment } from '../../shared/panels/assignment/solve.ts';
import { answerFaults } from '../../shared/panels/assignment/verify/answer-faults.ts';
import { loadEngine } from './highs.ts';

// PrefLib conference bids, packaged by sjecmen/multistage_reviewing_bounds; read where they stand, never committed.
const path = join(process.env.REAL_DATA ?? '', 'assignment-preflib1.json');

interface Bids {
  data: { scores4: number[][]; conflicts: [number, number][] };
  expected: { cases: { k: number; load_min: number; load_max: number; max_total: number }[] };
}

if (process.env.REAL_DATA === undefined)
  test('REAL_DATA is not set → the real conference bids were not assigned', () => {
    expect(existsSync(path)).toBe(false);
  });
else
  test('real conference bids → every published optimum, proven by prices; fair gives the same total', async () => {
    const { data, expected } = JSON.parse(readFileSync(path, 'utf8')) as Bids;
    const { scores4, conflicts } = data;
    for (const { k, load_min, load_max, max_total } of expected.cases)
      for (const objective of ['total', 'fair']) {
        const parsed = parseAssignment({
          judges: scores4.map((_, judge) => ({ id: `j${judge}`, min: load_min, max: load_max })),
          proposals: scores4[0]?.map((_, proposal) => ({ id: `p${proposal}`, judges: k })),
          fit: scores4.map((row) => row.map((quarters) => quarters / 4)),
          conflicts: conflicts.map(([judge, proposal]) => ({ judge: `j${judge}`, proposal: `p${proposal}` })),
          objective,
        });
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
        const answer = await solveAssignment(parsed.problem, { loadEngine, secondsLeft: () => 60 });
        if (!('panels' in answer)) throw new Error('no answer');
        expect(answerFaults(parsed.problem, answer)).toEqual([]);
        expect({ status: answer.status, total: stepsText(parsed.problem.fit, answer.total) }).toEqual({
          status: 'optimal',
          total: String(max_total),
        });
        expect(answer.certificate).not.toBeNull();
      }
  });
