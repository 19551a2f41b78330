import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AssignmentRun } from './assignment-once.ts';

type Size = { readonly proposals: number; readonly judges: number };

const cases: readonly Size[] = [
  { proposals: 1000, judges: 200 },
  { proposals: 10_000, judges: 60 },
];
const PANEL = 3;

/** `gongping assign` on the two big instances, each in a process of its own: time from its start, CPU, greatest memory. */
export async function benchAssignment(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongping-bench-'));
  try {
    for (const size of cases) {
      const file = join(folder, 'assignment.json');
      writeFileSync(file, JSON.stringify(fileOf(size)));
      const { status, seconds, cpuSeconds, megabytes } = await runOnce(file);
      say(
        `assign ${size.proposals} proposals × ${size.judges} judges × ${PANEL}: ${seconds.toFixed(2)} s, ` +
          `${cpuSeconds.toFixed(2)} s CPU, ${megabytes.toFixed(0)} MB (${status})`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In this process's own manner: compiled, or through tsx. */
async function runOnce(file: string): Promise<AssignmentRun> {
  const script = `./assignment-once${extname(fileURLToPath(import.meta.url))}`;
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [file]);
  const [message] = (await once(child, 'message')) as [AssignmentRun];
  return message;
}

/** Fits from 0 to 1 in thousandths, a conflict in twenty cells, loads within a fifth of the mean. */
function fileOf({ proposals, judges }: Size): object {
  const next = draws();
  const mean = (proposals * PANEL) / judges;
  const ids = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
  const [judgeIds, proposalIds] = [ids('j', judges), ids('p', proposals)];
  return {
    format: 'assignment/1',
    judges: judgeIds.map((id) => ({
      id,
      min: Math.floor(mean * 0.8),
      max: Math.ceil(mean * 1.2),
      attributes: [],
    })),
    proposals: proposalIds.map((id) => ({ id, judges: PANEL })),
    fit: judgeIds.map(() => proposalIds.map(() => (next() % 1001) / 1000)),
    conflicts: judgeIds.flatMap((judge) =>
      proposalIds.flatMap((proposal) => (next() % 20 === 0 ? [{ judge, proposal }] : [])),
    ),
    quotas: [],
    objective: 'total',
  };
}

/** The same numbers in every run (a linear congruential generator). */
function draws(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 8;
  };
}
