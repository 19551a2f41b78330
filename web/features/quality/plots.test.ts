import { mount } from '@vue/test-utils';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DOMWrapper, VueWrapper } from '@vue/test-utils';
import { lineByHand } from '../../../shared/quality/brute-force.ts';
import { loadLocale } from '../../locales/index.ts';
import CloseCallPanel from './CloseCallPanel.vue';
import CriteriaFan from './CriteriaFan.vue';
import LeastChange from './LeastChange.vue';
import LinePlot from './LinePlot.vue';
import { projectsById } from './projects.ts';
import QualityReport from './QualityReport.vue';
import RankSlope from './RankSlope.vue';
import ScoreStrips from './ScoreStrips.vue';
import { scorebook, smallQuality } from './testing.ts';

beforeAll(() => loadLocale('quality'));

const quality = smallQuality();
const { analysis } = quality;
const projectOf = projectsById(quality.projects);
const texts = (found: DOMWrapper<Element>[]) => found.map((one) => one.text());
const rows = (plot: VueWrapper) =>
  plot.findAll('tbody tr').map((row) => texts(row.findAll('th, td')).join(' '));

describe('V1 ScoreStrips', () => {
  const plot = mount(ScoreStrips, { props: { analysis } });

  test('a dot per sheet, a tick per judge, the most generous on top', () => {
    expect([plot.findAll('.pl-dot').length, plot.findAll('.pl-median').length]).toEqual([20, 5]);
    expect(plot.findAll('svg g text')[0]?.text()).toBe('评委 1');
    expect(plot.text()).toContain('评委 1 给分偏宽。评委 5 给分偏严。');
  });

  test('the judge who uses few points → brackets and a word, not a colour', () => {
    expect(plot.findAll('.pl-bracket')).toHaveLength(1);
    expect(plot.find('svg').text()).toContain('用分窄');
  });

  test('the table says what the plot shows', () => {
    expect(rows(plot)[0]).toBe('评委 1 4 88 93 100 +8.7 明显偏宽 88 90 96 100');
  });
});

describe('V2 RankSlope', () => {
  const plot = mount(RankSlope, { props: { analysis, projectOf } });

  test('only lines that cross the cut are bold and labelled, at both ends', () => {
    expect(plot.findAll('.pl-slope')).toHaveLength(4);
    expect(plot.findAll('.pl-slope--crosses')).toHaveLength(2);
    expect(texts(plot.findAll('svg g .pl-text--over'))).toEqual([
      '13 号 第3个项目',
      '13 号 第3个项目',
      '14 号 第4个项目',
      '14 号 第4个项目',
    ]);
    expect(plot.text()).toContain('2 个项目跨过了资金线：13 号、14 号。');
  });

  test('the table has both scores and both ranks', () => {
    expect(rows(plot)[3]).toBe('14 号 第4个项目 83.20 2 79.00 4 跨过资金线');
  });
});

describe('V5 CriteriaFan', () => {
  const plot = mount(CriteriaFan, { props: { analysis, projectOf } });

  test('opens at the project of the widest disagreement; one strip per criterion, a dot per judge', () => {
    expect(plot.find('select').element.value).toBe('p4');
    expect(plot.findAll('.pl-dot')).toHaveLength(10);
    expect(rows(plot)).toEqual(['需求 39 60 35% 39 39 39 39 60', '设计 40 40 0% 40 40 40 40 40']);
  });

  test('another project chosen → its marks', async () => {
    await plot.find('select').setValue('p1');
    expect(rows(plot)[0]).toBe('需求 40 56 27% 40 48 49 50 56');
  });
});

describe('V6 LinePlot', () => {
  const { line } = analysis;
  if (!line) throw new Error('two of four are funded');
  const plot = mount(LinePlot, { props: { analysis, line, projectOf } });

  test('word and shape for each standing', () => {
    const words = texts(plot.findAll('svg g text:last-child'));
    expect(words).toEqual(['稳入选', '临界', '稳落选', '临界']);
    expect(plot.findAll('path.pl-mark')).toHaveLength(2);
    expect(plot.findAll('circle.pl-mark--hollow')).toHaveLength(1);
    expect(plot.text()).toContain('1 个稳入选，1 个稳落选；2 个临界：13 号、14 号');
  });

  test('for experts → the chance in place of the word', async () => {
    await plot.findAll('button').at(-1)?.trigger('click');
    expect(texts(plot.findAll('svg g text:last-child'))).toEqual(['100%', '74%', '34%', '26%']);
  });

  test('the table has range, how often it stays, and chance', () => {
    expect(rows(plot)[1]).toBe('2 13 号 第3个项目 80.33 2 4 1/5 临界 74%');
  });

  test('range and word of every project → as when each judge is taken out by hand', () => {
    const wanted = lineByHand(scorebook, 2)
      .sort((a, b) => a.rank - b.rank)
      .map(({ rank, best, worst, kept, words }) => [`${rank}`, `${best}`, `${worst}`, `${kept}/5`, words]);
    const shown = plot.findAll('tbody tr').map((row) => {
      const cells = texts(row.findAll('td'));
      return [cells[0], ...cells.slice(2, 6)];
    });
    expect(shown).toEqual(wanted);
  });

  test('arrow keys → point by point, told in a sentence', async () => {
    const box = plot.find('.plot__box');
    await box.trigger('keydown', { key: 'ArrowRight' });
    await box.trigger('keydown', { key: 'ArrowRight' });
    expect(plot.find('[role="status"].plot__now').text()).toBe(
      '13 号 第3个项目：第 2 名；去掉任意一位评委，在第 2 到第 4 名之间；临界；重新抽评委，入选的机会 74%。',
    );
    expect(plot.findAll('.pl-here')).toHaveLength(1);
  });
});

test('V7 CloseCallPanel → a shape per project on every criterion, the figures in the table', () => {
  const plot = mount(CloseCallPanel, { props: { analysis, projectOf } });
  expect([plot.findAll('.pl-series--circle').length, plot.findAll('.pl-series--triangle').length]).toEqual([
    3, 3,
  ]);
  expect(rows(plot)).toEqual(['需求 40.33 40.00', '设计 40.00 40.00']);
});

test('LeastChange → the fewest points, and who could', () => {
  const part = mount(LeastChange, { props: { changes: analysis.line?.changes ?? [], projectOf } });
  expect(part.text()).toContain(
    '一位评委在两张表上合计改动 1.5 分，12 号就会排到 13 号前面。5 位评委里有 3 位做得到。',
  );
  expect(rows(part)[0]).toBe('评委 1 换不了 – –');
});

describe('QualityReport', () => {
  test('「看数据表」 stands below every plot, with a row for what it draws', () => {
    const report = mount(QualityReport, { props: { quality, analysis } });
    const plots = report.findAll('section').filter((section) => section.find('svg').exists());
    expect(plots.map((plot) => plot.attributes('id'))).toEqual(['v6', 'v1', 'v2', 'v5', 'v7']);
    for (const plot of plots) {
      expect(plot.find('details summary').text()).toBe('看数据表');
      expect(plot.findAll('details tbody tr').length).toBeGreaterThan(0);
    }
    report.unmount();
  });

  test('every part there, no text missing, every link leads to a part', () => {
    const report = mount(QualityReport, { props: { quality, analysis } });
    expect(report.text().match(/quality\.[a-z_.]+/g)).toBeNull();
    const ids = report.findAll('section').map((section) => section.attributes('id'));
    expect(report.findAll('nav a').map((link) => link.attributes('href'))).toEqual(ids.map((id) => `#${id}`));
    expect(ids).toEqual(['v6', 'change', 'agreement', 'v1', 'questions', 'v2', 'v5', 'v7']);
    report.unmount();
  });

  test('everybody funded → no line is drawn, and it is said', () => {
    const all = smallQuality(4);
    const report = mount(QualityReport, { props: { quality: all, analysis: all.analysis } });
    expect(report.find('#v6').exists()).toBe(false);
    expect(report.text()).toContain('没有要分析的资金线');
    report.unmount();
  });
});
