import fc from 'fast-check';
import { expect, test } from 'vitest';
import { staffShare } from './staff-share.ts';
import { budgetLine } from './testing.ts';

const share = (staff: number, other: number) =>
  staffShare([
    budgetLine({ subject: '人员', unitPrice: staff }),
    budgetLine({ unitPrice: other }),
    budgetLine({ subject: '志愿者补贴', unitPrice: 0 }),
    budgetLine({ subject: '人员', unitPrice: 9_999_900, source: '自筹' }),
  ]);

test('up to 30 percent of what is requested → no hint; own money does not count', () => {
  expect(share(300_000, 700_000)).toEqual({ staff: 300_000, requested: 1_000_000, percent: 30, hint: null });
});

test('above → the percent and the amount that would bring it back', () => {
  expect(share(1_500_000, 2_700_000)).toEqual({
    staff: 1_500_000,
    requested: 4_200_000,
    percent: 36,
    hint: '人员类支出占申请金额的 36%，一般不超过 30%。可以减少 3,429 元，或在申报书里说明为什么需要',
  });
});

test('nothing requested → 0 percent', () => {
  expect(staffShare([])).toEqual({ staff: 0, requested: 0, percent: 0, hint: null });
});

test('the named amount taken away → no hint; one yuan less taken away → still a hint', () => {
  const fen = fc.integer({ min: 1, max: 50_000 }).map((yuan) => yuan * 100);
  fc.assert(
    fc.property(fen, fen, (staff, other) => {
      const named = /可以减少 ([\d,]+) 元/.exec(share(staff, other).hint ?? '');
      fc.pre(named !== null);
      const less = Number(named?.[1]?.replaceAll(',', '')) * 100;
      expect(share(staff - less, other).hint).toBeNull();
      expect(share(staff - less + 100, other).hint).not.toBeNull();
    }),
  );
});
