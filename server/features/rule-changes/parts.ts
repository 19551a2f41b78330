import type { RuleParts } from '../../../shared/contract/rule-changes.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { JsonValue } from '../../../shared/ledger/canonical.ts';

/** The part of the settings that may change after publication. */
export const partsOf = ({ rubric, scoring }: Settings): RuleParts => ({ rubric, scoring });

/** Whether two parts of settings say the same. */
export const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(one as JsonValue) === canonicalJson(other as JsonValue);
