import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { chainFault } from './chain.ts';
import { appendEntry, entryHash, GENESIS } from './entry.ts';
import type { EntryDraft, JsonObject, LedgerEntry, LedgerHead } from './entry.ts';
import { sha256 } from './sha256-for-tests.ts';

type Facts = {
  chain: { events: JsonObject[]; expected: { prev: string; body: string; hash: string }[] };
};
const { chain }: Facts = JSON.parse(
  readFileSync(new URL('../../fixtures/ledger/ed25519-chain.json', import.meta.url), 'utf8'),
);

describe('the worked example', () => {
  test('each event → the canonical text and the hash that were computed apart', () => {
    let prev = GENESIS;
    for (const [index, event] of chain.events.entries()) {
      const hash = entryHash(prev, event, sha256);
      expect({ prev, body: canonicalJson(event), hash }).toEqual(chain.expected[index]);
      prev = hash;
    }
  });

  test('one mark raised, or two events exchanged → other hashes from there on', () => {
    const [, , third, fourth] = chain.events;
    const prev = chain.expected[1]?.hash ?? '';
    const raised = { ...third, scores: { need: 18, plan: 26, budget: '13.5' } };
    expect(entryHash(prev, raised, sha256)).not.toBe(chain.expected[2]?.hash);
    expect(entryHash(prev, fourth ?? {}, sha256)).not.toBe(chain.expected[2]?.hash);
  });
});

const drafts: fc.Arbitrary<EntryDraft> = fc.record({
  at: fc.integer({ min: 1_760_000_000_000, max: 1_760_000_100_000 }),
  actor: fc.constantFrom('system', 'officer:u01', 'judge:j01'),
  action: fc.constantFrom('sheet_submitted', 'defense_called'),
  subject: fc.constantFrom('sheet:s1', 'proposal:p1'),
  data: fc.record({ entry: fc.string(), revision: fc.nat() }),
  sealed: fc.record({ marks: fc.stringMatching(/^[0-9a-f]{64}$/) }),
});

function chainOf(all: readonly EntryDraft[]): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  let head: LedgerHead | null = null;
  for (const draft of all) {
    head = appendEntry(head, draft, sha256);
    entries.push(head as LedgerEntry);
  }
  return entries;
}

const chains = (min: number) => fc.array(drafts, { minLength: min, maxLength: 6 }).map(chainOf);

describe('chainFault', () => {
  test('appended entries → none, numbers from 1, time never back', () => {
    fc.assert(
      fc.property(chains(0), (entries) => {
        expect(chainFault(entries, sha256)).toBeNull();
        expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
      }),
    );
  });

  test('the clock goes back → the entry bears the time of the one before', () => {
    const draft = { at: 2000, actor: 'system', action: 'a', subject: 's:1', data: {}, sealed: {} };
    const first = appendEntry(null, draft, sha256);
    expect(appendEntry(first, { ...draft, at: 1000 }, sha256).at).toBe(2000);
    expect(appendEntry(first, { ...draft, at: 3000 }, sha256).at).toBe(3000);
  });

  test('any bit of any stored entry flipped → found, or no entry any more', () => {
    fc.assert(
      fc.property(
        chains(1),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 6 }),
        (entries, which, where, bit) => {
          const index = which % entries.length;
          const text = canonicalJson(entries[index] ?? null);
          const place = where % text.length;
          const flipped = String.fromCharCode(text.charCodeAt(place) ^ (1 << bit));
          const changed = parse(text.slice(0, place) + flipped + text.slice(place + 1));
          if (changed === null || canonicalJson(changed) === text) return;
          const fault = chainFault(entries.with(index, changed as LedgerEntry), sha256);
          expect(fault?.seq).toBe(index + 1);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('two different entries exchanged → found at the first of them', () => {
    fc.assert(
      fc.property(chains(2), fc.nat(), fc.nat(), (entries, a, b) => {
        const [i, j] = [a % entries.length, b % entries.length].sort((x, y) => x - y) as [number, number];
        fc.pre(i !== j);
        const swapped = entries.with(i, entries[j] as LedgerEntry).with(j, entries[i] as LedgerEntry);
        expect(chainFault(swapped, sha256)?.seq).toBe(i + 1);
      }),
    );
  });

  test('an entry put in anywhere, copied or well made → found', () => {
    fc.assert(
      fc.property(chains(1), drafts, fc.nat(), (entries, draft, where) => {
        const place = where % entries.length;
        const made = appendEntry(entries[place - 1] ?? null, draft, sha256);
        fc.pre(made.hash !== entries[place]?.hash);
        expect(chainFault(entries.toSpliced(place, 0, made), sha256)?.seq).toBe(place + 2);
        expect(chainFault(entries.toSpliced(place, 0, entries[place] as LedgerEntry), sha256)?.seq).toBe(
          place + 2,
        );
      }),
    );
  });

  test('an entry taken out before the end → found at its place', () => {
    fc.assert(
      fc.property(chains(2), fc.nat(), (entries, where) => {
        const place = where % (entries.length - 1);
        expect(chainFault(entries.toSpliced(place, 1), sha256)).toEqual({ seq: place + 1, fault: 'seq' });
      }),
    );
  });

  test('an entry put right again by itself → the break shows in the next one', () => {
    fc.assert(
      fc.property(chains(2), fc.nat(), (entries, where) => {
        const index = where % (entries.length - 1);
        const entry = entries[index] as LedgerEntry;
        const before = { seq: index, at: 0, hash: entry.prev };
        const changed = appendEntry(before, { ...entry, actor: 'officer:u99' }, sha256);
        expect(chainFault(entries.with(index, changed), sha256)).toEqual({ seq: index + 2, fault: 'prev' });
      }),
    );
  });

  test('time going back in an otherwise whole chain → found', () => {
    const [first] = chainOf([sample(1000)]) as [LedgerEntry];
    const forged = appendEntry({ ...first, at: 0 }, sample(999), sha256);
    expect(chainFault([first, forged], sha256)).toEqual({ seq: 2, fault: 'time' });
  });
});

const sample = (at: number): EntryDraft => ({
  at,
  actor: 'system',
  action: 'defense_called',
  subject: 'proposal:p1',
  data: {},
  sealed: {},
});

function parse(text: string): JsonObject | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
