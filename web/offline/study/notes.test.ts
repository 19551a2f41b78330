import { expect, test } from 'vitest';
import { joinedText, rebased, withServerNotes } from './notes.ts';

const note = (proposal: string, text: string, sent = true, base = 1) => ({
  judge: 'j',
  proposal,
  text,
  base,
  sent,
});

test('two texts written apart → both, the server’s first; one within the other → once', () => {
  expect(joinedText('甲', '乙')).toBe('甲\n— — —\n乙');
  expect(joinedText('甲乙', '乙')).toBe('甲乙');
  expect(joinedText('甲', '甲乙')).toBe('甲乙');
});

test('what waits here stays, the rest is as the server says', () => {
  const kept = [note('p1', '还没上传', false), note('p2', '旧的')];
  const told = [
    { proposal: 'p1', text: '服务器上的', revision: 3, savedAt: 1 },
    { proposal: 'p2', text: '新的', revision: 2, savedAt: 1 },
  ];
  expect(withServerNotes('j', kept, told)).toEqual([
    note('p1', '还没上传', false),
    note('p2', '新的', true, 2),
  ]);
});

test('refused → joined, upon the server’s revision, still to be sent', () => {
  const server = { proposal: 'p1', text: '甲', revision: 4, savedAt: 1 };
  expect(rebased(note('p1', '乙', false), server)).toEqual(note('p1', '甲\n— — —\n乙', false, 4));
});
