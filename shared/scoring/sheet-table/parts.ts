import type { PlacedCriterion } from './criteria-sheet.ts';
import type { SheetRules } from './rules-sheet.ts';
import type { ScoreSheet } from './score-sheet.ts';
import type { JudgeList, PlacedAdjustment } from './side-sheets.ts';

/** Everything that a workbook says, before it is checked as a scorebook. */
export type Parts = {
  readonly criteria: readonly PlacedCriterion[];
  readonly scores: ScoreSheet;
  readonly judges: JudgeList | null;
  readonly rules: SheetRules;
  readonly adjustments: readonly PlacedAdjustment[];
};
