import { mount } from '@vue/test-utils';
import { beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../../shared/ledger/sha256-for-tests.ts';
import { analyse } from '../../../shared/quality/analyse.ts';
import { withoutNames } from '../../../shared/quality/anonymous.ts';
import { parseScorebook, rankScorebook } from '../../../shared/scoring/index.ts';
import { secondResult } from '../../../shared/scoring/second/calculator.ts';
import file from '../../../fixtures/weiyuan/scorebook.json';
import { loadLocale } from '../../locales/index.ts';
import LinePlot from './LinePlot.vue';

beforeAll(() => loadLocale('quality'));

const cut = 21;
const parsed = parseScorebook(file);
if (!parsed.ok) throw new Error('the model competition has no faults');
const book = parsed.scorebook;

/** The ranking by the second calculator, as if a judge had never been there. */
const ranksWithout = (judge: string | null) =>
  new Map(
    secondResult({
      ...book,
      judges: book.judges.filter(({ id }) => id !== judge),
      sheets: book.sheets.filter((sheet) => sheet.judge !== judge),
    }).map(({ id, rank }) => [id, rank]),
  );

test('V6 of the model competition → ranges and words as when each judge’s row is taken out by hand', () => {
  const { checksum } = rankScorebook(book, sha256);
  const numbers = new Map(book.judges.map(({ id }, index) => [id, index + 1]));
  const input = { scorebook: withoutNames(book, numbers), checksum, cut, parties: [] };
  const analysis = analyse(input, sha256);
  if (!analysis.line) throw new Error('there is a line');
  const projectOf = (proposal: string) => ({
    proposal,
    order: book.entries.findIndex(({ id }) => id === proposal) + 1,
    title: proposal,
  });
  const plot = mount(LinePlot, { props: { analysis, line: analysis.line, projectOf } });

  const full = ranksWithout(null);
  const without = book.judges.map(({ id }) => ranksWithout(id));
  const ranked = [...full].flatMap(([id, rank]) => (rank === null ? [] : [{ id, rank }]));
  const wanted = ranked
    .sort((a, b) => a.rank - b.rank)
    .map(({ id, rank }) => {
      const others = without.map((ranks) => ranks.get(id) ?? Number.POSITIVE_INFINITY);
      const kept = others.filter((place) => place <= cut).length;
      return [
        String(rank),
        String(Math.min(rank, ...others)),
        String(Math.max(rank, ...others)),
        `${kept}/${book.judges.length}`,
        kept === book.judges.length ? '稳入选' : kept === 0 ? '稳落选' : '临界',
      ];
    });
  const shown = plot.findAll('tbody tr').map((row) => {
    const cells = row.findAll('td').map((cell) => cell.text());
    return [cells[0], cells[2], cells[3], cells[4], cells[5]];
  });
  expect(shown).toHaveLength(33);
  expect(shown.map((row) => row.join(' ')).sort()).toEqual(wanted.map((row) => row.join(' ')).sort());
  expect(shown.some((row) => row[4] === '临界')).toBe(true);
});
