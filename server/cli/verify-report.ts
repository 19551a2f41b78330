import type { LedgerSize } from '../../shared/ledger/head.ts';
import { isGood } from '../../shared/ledger/verify/report.ts';
import type { FileState, VerifyReport } from '../../shared/ledger/verify/report.ts';
import { faultWords } from './verify-words.ts';

const states: Readonly<Record<FileState, string>> = {
  same: '一致',
  changed: '改动',
  missing: '缺少',
  extra: '多出',
};

/** The report of `gongping verify` for the terminal. `paper`: the head it was compared with. */
export function verifyReportText(report: VerifyReport, paper: LedgerSize | null): string {
  const { files, faults, ledger, seals, sheets, amountsCompared } = report;
  const lines = [
    '文件（与 manifest.json 逐个对照）',
    ...files.map(({ path, state }) => `  ${states[state]}  ${path}`),
    '',
    `操作留痕 ${ledger.size} 条，末条哈希 ${ledger.head}`,
    `封存内容 ${seals.total} 项，已对照 ${seals.opened} 项`,
    `评分表 ${sheets.total} 份，已与评分册逐项对照 ${sheets.opened} 份`,
    `拟资助金额${amountsCompared ? '已与记录的决定对照' : '未对照（没有决定的封存内容，或没有 funded.csv）'}`,
    '',
  ];
  const differing = [
    ...new Set([...files.filter(({ state }) => state !== 'same'), ...faults].map(({ path }) => path)),
  ];
  if (isGood(report)) lines.push('结论：全部一致。');
  else {
    lines.push(...faults.map((fault) => `不符  ${fault.path}：${faultWords(fault)}`));
    if (faults.length > 0) lines.push('');
    lines.push(`结论：有不符。涉及文件：${differing.join('、')}。`);
  }
  return `${[...lines, ...note(report, paper)].join('\n')}\n`;
}

/** Says what the files cannot show by themselves. */
function note({ faults }: VerifyReport, paper: LedgerSize | null): string[] {
  if (paper === null) {
    return [
      '说明：文件之间一致，只说明它们出自同一套。请把上面的留痕条数和末条哈希与当时签字的纸质材料对照；',
      '纸上条数较少时，用 --head 条数:哈希 核验到那一条。',
    ];
  }
  if (faults.some(({ code }) => code === 'head_short' || code === 'head_differs')) return [];
  return [`纸上的第 ${paper.size} 条留痕与文件相符（对照了哈希前 ${paper.head.length} 位）。`];
}
