import type { Act } from './actions.ts';
import { appendEntry } from './entry.ts';
import type { LedgerEntry } from './entry.ts';
import { isKnownEntry } from './known-entry.ts';
import type { KnownEntry } from './known-entry.ts';
import { sealAct } from './seal-act.ts';
import type { Opening } from './seal.ts';
import { sha256 } from './sha256-for-tests.ts';

/** An act as the tests write it: `at` counts by itself. */
export type TestAct = Act extends infer A ? (A extends Act ? Omit<A, 'at'> : never) : never;

export type TestLedger = {
  readonly entries: readonly LedgerEntry[];
  readonly known: readonly KnownEntry[];
  readonly openings: readonly Opening[];
};

/** Carries acts through sealing and chaining as the server does, with salts and times that count up. */
export function ledgerOf(acts: readonly TestAct[]): TestLedger {
  const entries: LedgerEntry[] = [];
  const openings: Opening[] = [];
  const newSalt = () => (openings.length + entries.length * 100).toString(16).padStart(32, '0');
  for (const act of acts) {
    const { draft, openings: opened } = sealAct(
      { ...act, at: 1_760_000_000_000 + entries.length } as Act,
      newSalt,
      sha256,
    );
    const entry = appendEntry(entries[entries.length - 1] ?? null, draft, sha256);
    entries.push(entry);
    openings.push(...opened.map((opening) => ({ seq: entry.seq, ...opening })));
  }
  return { entries, known: entries.filter(isKnownEntry), openings };
}

/** A sheet with two marks that `judge` submits for `entry`. */
export function submission(judge: string, entry: string, need: string, plan: string, revision = 1): TestAct {
  return {
    actor: `judge:${judge}`,
    action: 'sheet_submitted',
    subject: `sheet:${judge}-${entry}`,
    data: { judge, entry, revision, criteria: 2, operation: `op-${judge}-${entry}-${revision}` },
    sealed: { marks: { need, plan }, comment: null },
  };
}

/** A recusal that takes `judge` off `entry`, named by both. */
export function recusal(judge: string, entry: string): TestAct {
  return {
    actor: 'system',
    action: 'recusal_recorded',
    subject: `recusal:${judge}-${entry}`,
    data: { judge, entry, kind: 'must', grounds: ['landing_community'], source: 'computed' },
    sealed: { reason: null },
  };
}

/** `judge` gives no marks for `entries`. */
export function absence(judge: string, entries: string[], absent: 'left' | 'abstained'): TestAct {
  return {
    actor: 'officer:u04',
    action: 'judge_absent_recorded',
    subject: `judge:${judge}`,
    data: { entries, absent, approver: 'u07' },
    sealed: { reason: '中午接通知返镇' },
  };
}
