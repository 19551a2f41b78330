import { ContractError, errorTable } from '../../shared/contract/errors.ts';
import type { FieldFault } from '../../shared/contract/errors.ts';
import { language, t } from '../locales/index.ts';
import { NetworkError } from './client.ts';

/** What a person reads when something failed: what happened, what to do now, and the places that are wrong. */
export interface ErrorText {
  what: string;
  next: string;
  fields: readonly FieldFault[];
}

/** Words for any error a call can throw. */
export function errorText(error: unknown): ErrorText {
  if (error instanceof ContractError) {
    const entry = errorTable[error.code];
    const own = error.message !== entry.zh && error.message !== '' ? error.message : entry.zh;
    return { what: language.value === 'en' ? entry.en : own, next: entry.next, fields: error.fields };
  }
  const kind = error instanceof NetworkError ? 'network' : 'unknown';
  return { what: t(`common.error.${kind}`), next: t(`common.error.${kind}_next`), fields: [] };
}
