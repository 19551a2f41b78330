import type { TieRule } from '../scorebook/types.ts';
import type { CellFault } from './faults.ts';
import { cellFault } from './faults.ts';
import type { RuleLine } from './key-value.ts';
import type { Projects } from './projects.ts';
import { headingText, plainText } from './typed-text.ts';

/** Everything that a tie rule may name. */
export type TieNames = {
  readonly criteria: readonly string[];
  readonly parties: ReadonlySet<string>;
  readonly projects: Projects;
};

const MEANS: ReadonlyMap<string, TieRule> = new Map([
  ['全部评委平均', 'untrimmed_mean'],
  ['全部评委平均分', 'untrimmed_mean'],
  ['中位数', 'median'],
]);

/** The tie rules in the order of their rows: 同分 names what is compared, 抽签顺序 and 评委组决定 list projects. */
export function readTies(lines: readonly RuleLine[], names: TieNames, faults: CellFault[]): TieRule[] {
  return lines.flatMap((line): TieRule[] => {
    if (line.key === '抽签顺序') return [{ lot: orderOf(line, names.projects, faults) }];
    if (line.key === '评委组决定') return [{ decision: orderOf(line, names.projects, faults) }];
    const rule = compared(line, names);
    if (rule === null) faults.push(cellFault(line.place, 'unknown_tie', { text: line.text }));
    return rule === null ? [] : [rule];
  });
}

function compared({ text }: RuleLine, { criteria, parties }: TieNames): TieRule | null {
  const plain = plainText(text);
  const mean = MEANS.get(plain);
  if (mean !== undefined) return mean;
  const party = /^来源:(.+)$/u.exec(plain)?.[1];
  if (party !== undefined) return parties.has(party) ? { party } : null;
  const criterion = criteria.find((id) => headingText(id) === headingText(text));
  return criterion === undefined ? null : { criterion };
}

function orderOf({ text, place }: RuleLine, projects: Projects, faults: CellFault[]): string[] {
  return text.split(/[、,，;；]/u).flatMap((part) => {
    const name = part.trim();
    const project = projects.named(name);
    if (project === null) faults.push(cellFault(place, 'unknown_name', { text: name, what: '项目' }));
    return project === null ? [] : [project.id];
  });
}
