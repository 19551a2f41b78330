import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ScheduleAnswer } from '../../shared/schedule/model.ts';
import type { ThesisInstance } from '../../shared/schedule/testing/thesis.ts';
import { thesisFile } from '../../shared/schedule/testing/thesis.ts';
import { schedule } from './schedule.ts';

// Instances of thesis defence scheduling, proven numbers in them; read where they stand, never committed.
const file = join(process.env.REAL_DATA ?? '', 'schedule-thesis-defence.json');

if (process.env.REAL_DATA === undefined)
  test('REAL_DATA is not set → the public defence instances were not scheduled', () => {
    expect(existsSync(file)).toBe(false);
  });
else {
  const { instances } = JSON.parse(readFileSync(file, 'utf8')) as { instances: ThesisInstance[] };
  test.each(instances)(
    'public instance $id → its proven number, proven again',
    async (instance) => {
      let out = '';
      const status = await schedule(['-', '--seconds', '400'], {
        stdin: () => Promise.resolve(JSON.stringify(thesisFile(instance))),
        readFile: () => Promise.reject(new Error('nothing to read')),
        stdout: (text) => void (out += text),
        stderr: () => undefined,
      });
      const answer = JSON.parse(out) as ScheduleAnswer;
      const { proven_g: proven } = instance;
      expect([status, answer.status, answer.bound, answer.placements.length]).toEqual([
        0,
        'optimal',
        proven,
        proven,
      ]);
    },
    400_000,
  );
}
