import type { PreparationPaper } from '../../../../shared/contract/papers.ts';
import type { Paper } from '../paper.ts';
import { agenda } from './agenda.ts';
import { backupSheets } from './backup-sheets.ts';
import { blankSheet } from './blank-sheet.ts';
import type { Preparation } from './data.ts';
import { drawRecord } from './draw-record.ts';
import { duties } from './duties.ts';
import { emergencyCards } from './emergency-cards.ts';
import { feeReceipt } from './fee-receipt.ts';
import { handbook } from './handbook.ts';
import { orderList } from './order-list.ts';
import { signIn } from './sign-in.ts';
import { numberPlates, tablePlates } from './table-plates.ts';
import { undertakings } from './undertakings.ts';

/** How each paper of before the day is made. */
export const preparationPapers: Readonly<Record<PreparationPaper, (data: Preparation) => Paper>> = {
  duties,
  agenda,
  handbook,
  undertakings,
  draw_record: drawRecord,
  order_list: orderList,
  sign_in: signIn,
  table_plates: tablePlates,
  number_plates: numberPlates,
  emergency_cards: emergencyCards,
  blank_sheet: blankSheet,
  backup_sheets: backupSheets,
  fee_receipt: feeReceipt,
};
