import type { ChainFault } from '../chain.ts';
import type { LedgerSize } from '../head.ts';
import type { OpeningFault } from '../seal.ts';

/** A file against the manifest. `extra`: in the folder, not in the manifest. */
export type FileState = 'same' | 'changed' | 'missing' | 'extra';
export type FileReport = { readonly path: string; readonly state: FileState };

/** A judge or an entry; `name` is the id where the scorebook gives none. */
export type Named = { readonly id: string; readonly name: string };

/** One thing that does not agree, and the file in which it is seen. */
export type VerifyFault = { readonly path: string } & (
  | { readonly code: 'unreadable' }
  | { readonly code: 'manifest_form' | 'manifest_signature' | 'manifest_key' }
  | { readonly code: 'manifest_competition' | 'manifest_ledger' }
  | { readonly code: 'bad_line'; readonly line: number }
  | { readonly code: 'chain'; readonly seq: number; readonly fault: ChainFault['fault'] }
  | { readonly code: 'unknown_entry'; readonly seq: number }
  | { readonly code: 'head_short' | 'head_differs'; readonly size: number }
  | { readonly code: 'opening'; readonly line: number; readonly fault: OpeningFault | 'twice' | 'kind' }
  | { readonly code: 'scorebook'; readonly detail: string }
  | { readonly code: 'sheet_differs' | 'sheet_left_out'; readonly judge: Named; readonly entry: Named }
  | { readonly code: 'exclusion_differs'; readonly entry: Named }
  | { readonly code: 'rules_version' | 'rules_corrected_late' | 'rules_unapproved'; readonly seq: number }
  | { readonly code: 'signed_other' | 'signed_open' | 'signed_unapproved'; readonly seq: number }
  | { readonly code: 'confirmed_unsigned' | 'analysis_unsigned'; readonly seq: number }
  | { readonly code: 'rules_differ' | 'result_unrecorded' | 'result_differs' }
  | { readonly code: 'adjustments_differ' | 'votes_differ' }
  | { readonly code: 'tie_unrecorded'; readonly order: readonly string[] }
  | { readonly code: 'amounts_form' }
  | { readonly code: 'amount_differs'; readonly name: string }
  | { readonly code: 'export_differs'; readonly seq: number }
);

/** What a folder of files says of itself. It is good when every file is `same` and there is no fault. */
export type VerifyReport = {
  /** Empty where the manifest could not be read. */
  readonly files: readonly FileReport[];
  readonly faults: readonly VerifyFault[];
  /** Size and head as the entries give them. */
  readonly ledger: LedgerSize;
  /** Seals in the ledger, and how many of them were opened and agree. */
  readonly seals: { readonly total: number; readonly opened: number };
  /** Sheets with marks in the ledger, and how many of them were opened and compared with the scorebook. */
  readonly sheets: { readonly total: number; readonly opened: number };
  /** Whether the amounts of the list were compared with the recorded decision. */
  readonly amountsCompared: boolean;
};

/** Whether nothing differs. */
export function isGood({ files, faults }: VerifyReport): boolean {
  return faults.length === 0 && files.every(({ state }) => state === 'same');
}
