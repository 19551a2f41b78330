import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedChanges, isSame, keepClosed, openedBy, openedByAll } from './correction.ts';
import { emptyContent } from './empty-content.ts';
import { allMembers, sectionIds, sectionMembers } from './section.ts';
import { testContent } from './testing.ts';

const opens = (path: string) => {
  const opened = openedBy(path);
  return opened && [[...opened.members], opened.profile, opened.attachments];
};

describe('what a flagged path opens', () => {
  test.each([
    ['needs', [['needs'], false, false]],
    ['goals[1].proof', [['goals'], false, false]],
    ['budget[0]', [['budget'], false, false]],
    ['beneficiaries.direct', [['beneficiaries'], false, false]],
    ['goals', [['overallGoal', 'goals'], false, false]],
    ['budget', [['budget', 'minimum'], false, false]],
    ['basics', [['title', 'track', 'community', 'from', 'to', 'summary'], true, false]],
    ['profile.host', [[], true, false]],
    ['attachments', [[], false, true]],
    ['attachments.host_authorisation', [[], false, true]],
    ['seal', [[], false, true]],
    ['toString', null],
    ['nothing.like.it', null],
    ['', null],
  ])('“%s” → %j', (path, expected) => {
    expect(opens(path)).toEqual(expected);
  });

  test('several paths → all of it together', () => {
    const opened = openedByAll(['needs', 'budget[2].item', 'seal', 'unknown']);
    expect([...opened.members]).toEqual(['needs', 'budget']);
    expect([opened.profile, opened.attachments]).toEqual([false, true]);
  });
});

describe('a correction', () => {
  const edited = { ...testContent, title: '改名', needs: '改过的需求', budget: [] };

  test('edits inside and outside → the ones outside are named', () => {
    expect(closedChanges(testContent, edited, openedByAll(['needs']))).toEqual(['title', 'budget']);
    expect(closedChanges(testContent, edited, openedByAll(['basics', 'need', 'budget']))).toEqual([]);
  });

  test('kept together with what was submitted → only the opened members are the edited ones', () => {
    expect(keepClosed(testContent, edited, openedByAll(['needs']))).toEqual({
      ...testContent,
      needs: '改过的需求',
    });
  });

  test('whatever is opened → what is kept has no change outside it, and every change inside', () => {
    fc.assert(
      fc.property(fc.subarray([...sectionIds]), (paths) => {
        const opened = openedByAll(paths);
        const other = emptyContent('');
        const kept = keepClosed(testContent, other, opened);
        expect(closedChanges(testContent, kept, opened)).toEqual([]);
        expect(closedChanges(other, kept, openedByAll([])).sort()).toEqual(
          allMembers.filter((name) => !paths.some((id) => sectionMembers[id].includes(name))).sort(),
        );
      }),
    );
  });
});

test('two values are the same just when their JSON text is, whatever the order of the members', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (a, b) => {
      const shuffled = JSON.parse(JSON.stringify(a), (_key, value: unknown) =>
        value && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      ) as unknown;
      expect(isSame(shuffled, JSON.parse(JSON.stringify(a)))).toBe(true);
      if (JSON.stringify(a) !== JSON.stringify(b) && typeof a !== 'object') expect(isSame(a, b)).toBe(false);
    }),
  );
});
