import type { Method } from '../panel/panel-value.ts';
import type { ExactRules } from '../table/types.ts';

/** The rules as written. */
export function officialMethod({ combine, trim, parties, round }: ExactRules): Method {
  return { combine, trim, parties, round };
}

/** The rules without any rounding: what tie rules compare. */
export function unroundedMethod(rules: ExactRules): Method {
  return { ...officialMethod(rules), round: {} };
}
