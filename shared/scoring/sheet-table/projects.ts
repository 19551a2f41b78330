import type { Entry, Exclusion } from '../scorebook/types.ts';
import type { CellFault } from './faults.ts';
import { cellFault } from './faults.ts';
import type { CellPlace } from './grid.ts';
import { cellName } from './grid.ts';
import type { TableRow } from './headed-table.ts';
import type { ScoreColumns } from './score-columns.ts';
import { cellText, plainText } from './typed-text.ts';

/** A project of the score sheet and the row that first named it. */
export type SheetProject = {
  readonly id: string;
  readonly name: string;
  readonly track: string;
  readonly place: CellPlace;
  excluded: { kind: Exclusion; reason?: string } | null;
};

/** The projects met so far, by id: the number where the sheet has a column for it, else the name. */
export class Projects {
  readonly byId = new Map<string, SheetProject>();
  readonly #columns: ScoreColumns['of'];

  constructor({ of }: ScoreColumns) {
    this.#columns = of;
  }

  /** The project of a row, new or known; null: the row names none. */
  ofRow(row: TableRow, faults: CellFault[]): SheetProject | null {
    const { project, number, track } = this.#columns;
    const name = cellText(row.at(project?.column));
    const id = cellText(row.at(number?.column)) || name;
    const place = row.place(project?.column);
    const known = this.byId.get(id);
    if (name === '') return known ?? null;
    if (known === undefined) {
      const made = { id, name, track: cellText(row.at(track?.column)), place, excluded: null };
      this.byId.set(id, made);
      return made;
    }
    if (plainText(known.name) !== plainText(name))
      faults.push(cellFault(place, 'other_name', { id, first: cellName(known.place), name: known.name }));
    return known;
  }

  /** The project that a text names, by id or by name; null: none or several. */
  named(text: string): SheetProject | null {
    const found = this.byId.get(text);
    if (found !== undefined) return found;
    const same = [...this.byId.values()].filter(({ name }) => plainText(name) === plainText(text));
    return same.length === 1 ? (same[0] ?? null) : null;
  }

  entries(): Entry[] {
    return [...this.byId.values()].map(({ id, name, track, excluded }) => ({
      id,
      ...(name === id ? {} : { name }),
      ...(track === '' ? {} : { track }),
      ...(excluded === null ? {} : { excluded }),
    }));
  }
}

const SUMMARIES = /^(?:合计|总计|平均|平均分|最高分|最低分)$/u;
const NOTES = /:$|^(?:备注|说明|注)(?:$|:)|^(?:统分人|复核人|监督员|评委组长|评委签[字名]|签[字名])/u;

/** Whether a row is no project: sums and means below the table, or without `marks` a note or a line to be signed. */
export function isFootnote(row: TableRow, { of }: ScoreColumns, marks: boolean): boolean {
  const texts = [of.number, of.project].map((column) => plainText(cellText(row.at(column?.column))));
  if (texts.some((text) => SUMMARIES.test(text))) return true;
  return !marks && (texts.every((text) => text === '') || texts.some((text) => NOTES.test(text)));
}
