import Value from 'typebox/value';
import type { Absence, Exclusion } from '../scoring/scorebook/types.ts';
import { SealedMarks } from './actions/fields.ts';
import { subjectId } from './known-entry.ts';
import type { KnownEntry } from './known-entry.ts';
import type { Opening } from './seal.ts';

export type Marks = Readonly<Record<string, string>>;

/** What a ledger says of one judge and one entry. `marks` is null where nobody has opened the seal. */
export type ReplayedSheet = { readonly judge: string; readonly entry: string } & (
  { readonly marks: Marks | null } | { readonly absent: Absence }
);

export type Replay = {
  readonly sheets: readonly ReplayedSheet[];
  readonly excluded: ReadonlyMap<string, Exclusion>;
};

type Said = { readonly marks: Marks | null } | { readonly absent: Absence };
type Cell = {
  readonly judge: string;
  readonly entry: string;
  /** The last submitted sheet. */
  submitted: { readonly marks: Marks | null } | null;
  /** Stands in front of the sheet until it is withdrawn or a sheet is submitted after all. */
  absent: Absence | null;
  readonly recusals: Set<string>;
};

/**
 * Rebuilds the sheets from the acts alone. A standing recusal counts before anything else; otherwise the last
 * word counts, be it a submitted sheet or a recorded absence that was not taken back. A returned sheet counts as it
 * was submitted until another revision is.
 * @param openings those at hand; where one is missing the sheet is there, its marks are not
 */
export function replay(entries: readonly KnownEntry[], openings: readonly Opening[]): Replay {
  const marks = new Map<number, Marks>();
  for (const { seq, field, value } of openings) {
    if (field === 'marks' && Value.Check(SealedMarks, value)) marks.set(seq, value);
  }
  const cells = new Map<string, Cell>();
  const excluded = new Map<string, Exclusion>();
  const cellOf = (judge: string, entry: string): Cell => {
    const key = `${judge} ${entry}`;
    const cell = cells.get(key) ?? {
      judge,
      entry,
      submitted: null,
      absent: null,
      recusals: new Set<string>(),
    };
    cells.set(key, cell);
    return cell;
  };
  const setAbsent = (judge: string, absent: Absence | null, ...of: readonly string[]): void => {
    for (const entry of of) cellOf(judge, entry).absent = absent;
  };

  for (const act of entries) {
    switch (act.action) {
      case 'sheet_submitted':
        cellOf(act.data.judge, act.data.entry).submitted = { marks: marks.get(act.seq) ?? null };
        setAbsent(act.data.judge, null, act.data.entry);
        break;
      case 'sheets_exchanged': {
        const one = cellOf(subjectId(act), act.data.entry);
        const other = cellOf(subjectId(act), act.data.other);
        [one.submitted, other.submitted] = [other.submitted, one.submitted];
        break;
      }
      case 'judge_absent_recorded':
        setAbsent(subjectId(act), act.data.absent, ...act.data.entries);
        break;
      case 'judge_absence_withdrawn':
        setAbsent(subjectId(act), null, ...act.data.entries);
        break;
      case 'judge_substituted':
        setAbsent(act.data.judge, 'left', ...act.data.entries);
        break;
      case 'judge_removed':
        for (const [key, { judge }] of cells) if (judge === subjectId(act)) cells.delete(key);
        break;
      case 'recusal_recorded':
        if (act.data.kind === 'must') cellOf(act.data.judge, act.data.entry).recusals.add(act.subject);
        break;
      case 'recusal_withdrawn':
        cellOf(act.data.judge, act.data.entry).recusals.delete(act.subject);
        break;
      case 'proposal_withdrawn':
      case 'defense_withdrawn':
        excluded.set(subjectId(act), 'withdrawn');
        break;
      case 'proposal_vetoed':
        excluded.set(subjectId(act), 'vetoed');
        break;
      default: // says nothing about sheets
    }
  }

  const sheets = [...cells.values()].flatMap((cell): ReplayedSheet[] => {
    const said = lastWord(cell);
    return said === null ? [] : [{ judge: cell.judge, entry: cell.entry, ...said }];
  });
  return { sheets, excluded };
}

function lastWord({ submitted, absent, recusals }: Cell): Said | null {
  if (recusals.size > 0) return { absent: 'recused' };
  return absent === null ? submitted : { absent };
}
