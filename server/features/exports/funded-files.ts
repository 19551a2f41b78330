import { fundedColumns } from '../../../shared/ledger/verify/amounts.ts';
import { formatYuan } from '../../../shared/units.ts';
import type { Fen } from '../../../shared/units.ts';
import { csvText } from '../../exports/csv.ts';
import type { Worksheet } from '../../exports/workbook.ts';
import type { ConfirmedDecision } from '../decisions/funded-list.ts';

type Funded = ConfirmedDecision['funded'];

const headings = ['序号', fundedColumns.project, '申报主体', '落地社区', `${fundedColumns.amount}（元）`];

/** `funded.csv`: a row for each project, nothing else, so that anybody can compare it. */
export const fundedCsv = (funded: Funded): string =>
  csvText([
    headings,
    ...funded.map(({ title, applicantName, community, amount }, index) => [
      String(index + 1),
      title,
      applicantName,
      community,
      formatYuan(amount).replaceAll(',', ''),
    ]),
  ]);

/** The list as a table to be printed, with its sum. */
export function fundedWorksheet(name: string, funded: Funded): Worksheet {
  const widths = [7, 46, 36, 20, 18];
  const yuan = (fen: Fen) => fen / 100;
  const total = funded.reduce((sum, { amount }) => sum + amount, 0);
  return {
    name: '拟立项名单',
    title: `${name}拟立项名单`,
    landscape: false,
    columns: headings.map((heading, index) => ({
      heading,
      width: widths[index] ?? 12,
      format: index === headings.length - 1 ? '#,##0.00' : '0',
    })),
    rows: [
      ...funded.map(({ title, applicantName, community, amount }, index) => [
        index + 1,
        title,
        applicantName,
        community,
        yuan(amount),
      ]),
      [null, '合计', null, null, yuan(total)],
    ],
  };
}
