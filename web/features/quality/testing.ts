import type { Analysis, Quality } from '../../../shared/contract/quality.ts';
import { sha256 } from '../../../shared/ledger/sha256-for-tests.ts';
import { analyse } from '../../../shared/quality/analyse.ts';
import { withoutNames } from '../../../shared/quality/anonymous.ts';
import { rankScorebook } from '../../../shared/scoring/result.ts';
import { checked } from '../../../shared/scoring/testing/fixtures.ts';
import type { ScorebookFile } from '../../../shared/scoring/index.ts';

/**
 * Five judges, four projects, two funded: judge 1 gives more, judge 5 hardly moves, p3 and p2 are a third of a point
 * apart, and the plain mean puts p4 above the line, for judge 1 gives it full marks.
 */
const totals = [
  ['96', '90', '88', '89', '80'],
  ['90', '80', '80', '80', '79'],
  ['88', '80', '80', '80', '81'],
  ['100', '79', '79', '79', '79'],
];

export const scorebook: ScorebookFile = {
  format: 'scorebook/1',
  criteria: [
    { id: 'need', name: '需求', max: '60', step: '0.5' },
    { id: 'plan', name: '设计', max: '40', step: '0.5' },
  ],
  judges: ['j1', 'j2', 'j3', 'j4', 'j5'].map((id) => ({ id })),
  entries: totals.map((_, entry) => ({ id: `p${entry + 1}` })),
  sheets: totals.flatMap((row, entry) =>
    row.map((total, judge) => ({
      judge: `j${judge + 1}`,
      entry: `p${entry + 1}`,
      marks: { need: String(Number(total) - 40), plan: '40' },
    })),
  ),
  rules: {
    unit: 'sheet',
    combine: 'mean',
    trim: { high: 1, low: 1, min_valid: 5 },
    ties: [{ criterion: 'need' }],
  },
};

/** An analysis as the server would send it, small enough to be counted by hand. */
export function smallQuality(cut = 2): Quality & { analysis: Analysis } {
  const numbers = new Map(scorebook.judges.map(({ id }, index) => [id, index + 1]));
  const { checksum } = rankScorebook(checked(scorebook), sha256);
  return {
    state: 'open',
    version: 2,
    openings: [{ name: '监督员', at: Date.parse('2026-10-16T18:00:00+08:00') }],
    projects: scorebook.entries.map(({ id }, index) => ({
      proposal: id,
      order: 11 + index,
      title: `第${index + 1}个项目`,
    })),
    hasList: true,
    followsRanks: true,
    analysis: analyse({ scorebook: withoutNames(scorebook, numbers), checksum, cut, parties: [] }, sha256),
  };
}
