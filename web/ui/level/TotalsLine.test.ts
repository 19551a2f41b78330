import { mount } from '@vue/test-utils';
import { describe, expect, test } from 'vitest';
import DotPlot from './DotPlot.vue';
import TotalsLine from './TotalsLine.vue';

describe('TotalsLine', () => {
  const show = (earlier: { label: string; total: string }[]) =>
    mount(TotalsLine, { props: { earlier, current: { no: 7, total: '86' }, fullMark: '100', label: 'own' } });

  test('an earlier total equal to the current one → its label above the bubble, no dot beneath', () => {
    const line = show([
      { label: 'no. 5', total: '86' },
      { label: 'no. 1', total: '76' },
    ]);
    expect(line.findAll('.lv-dot').length).toBe(1);
    expect(line.text()).toContain('no. 5');
  });

  test('totals too close to be labelled apart → all dots, the nearest label', () => {
    const line = show([
      { label: 'no. 1', total: '76' },
      { label: 'no. 2', total: '76.5' },
    ]);
    expect(line.findAll('.lv-dot').length).toBe(2);
    expect([line.text().includes('no. 2'), line.text().includes('no. 1')]).toEqual([true, false]);
  });

  test('the first project, nothing earlier → the bubble alone', () => {
    expect(show([]).findAll('.lv-dot, .lv-bubble').length).toBe(1);
  });
});

describe('DotPlot', () => {
  test('fourteen marks, one highest and one lowest dropped → fourteen dots, two crossed and named', () => {
    const totals = ['84', '84', '84', '85', '86', '86', '88', '89', '89', '89', '91', '91', '92', '93'];
    const marks = totals.map((mark, i) => ({ mark, dropped: i === 0 || i === 13 }));
    const plot = mount(DotPlot, { props: { marks, mean: '87.83', fullMark: '100', label: 'derivation' } });
    expect([plot.findAll('.lv-dot').length, plot.findAll('.lv-strike').length]).toEqual([14, 2]);
    expect(plot.findAll('.lv-text').map((text) => text.text())).toEqual(['84', '93']);
    expect(plot.find('.lv-mean').text()).toBe('87.83');
  });

  test('equal marks of which one is dropped → the dropped one lies at the foot', () => {
    const marks = [
      { mark: '84', dropped: false },
      { mark: '84', dropped: true },
    ];
    const plot = mount(DotPlot, { props: { marks, mean: '84', fullMark: '100', label: 'derivation' } });
    const heights = plot
      .findAll('.lv-dot')
      .map((dot) => [dot.classes('lv-dot--out'), Number(dot.attributes('cy'))]);
    const foot = Math.max(...heights.map(([, y]) => Number(y)));
    expect(heights.filter(([, y]) => y === foot).map(([out]) => out)).toEqual([true]);
  });
});
