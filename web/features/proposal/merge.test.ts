import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProposalContent } from '../../../shared/contract/proposals.ts';
import { emptyContent } from '../../../shared/proposals/empty-content.ts';
import { mergeContents } from './merge.ts';

const texts = ['title', 'summary', 'needs', 'overallGoal', 'innovation', 'sustainability'] as const;
const content = fc
  .record(Object.fromEntries(texts.map((name) => [name, fc.constantFrom('', '甲', '乙')])))
  .map((some): ProposalContent => ({ ...emptyContent(''), ...some }));

test('changes of different members are both kept', () => {
  const base = emptyContent('原名');
  const merge = mergeContents(base, { ...base, needs: '这边写的' }, { ...base, summary: '那边写的' });
  expect(merge.conflicts).toEqual([]);
  expect([merge.content.needs, merge.content.summary]).toEqual(['这边写的', '那边写的']);
});

test('a member both have changed is a conflict and keeps mine until somebody chooses', () => {
  const base = emptyContent('原名');
  const merge = mergeContents(base, { ...base, title: '我改的' }, { ...base, title: '别人改的' });
  expect([merge.conflicts, merge.content.title]).toEqual([['title'], '我改的']);
});

test('every member is one of the three, and mine is never lost', () => {
  fc.assert(
    fc.property(content, content, content, (base, mine, theirs) => {
      const { content: merged, conflicts } = mergeContents(base, mine, theirs);
      for (const name of texts) {
        const onlyTheirs = base[name] === mine[name];
        expect(merged[name]).toBe(onlyTheirs ? theirs[name] : mine[name]);
        const bothDiffer = !onlyTheirs && base[name] !== theirs[name] && mine[name] !== theirs[name];
        expect(conflicts.includes(name)).toBe(bothDiffer);
      }
    }),
  );
});
