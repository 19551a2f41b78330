import type { Transport } from '../client/transport.ts';
import type { Model } from './model.ts';
import { PatientBrowser } from './patient-browser.ts';
import type { Shift } from './settings.ts';

/** The secret with which the model's second persons approve. */
export const approvalSecret = '246810';

/** A telephone for the n-th applicant of the model: the prefix 100 is not assigned to any network. */
export const modelPhone = (index: number): string => `100${String(index + 1).padStart(8, '0')}`;

/** One play of the model competition: who is signed in where, and what the server calls things. */
export interface Play {
  model: Model;
  transport: Transport;
  shift: Shift;
  /** The set-up code as printed at the start of the server. */
  setupCode(): Promise<string>;
  /** Moves the clock to a time of the model, where the play has the clock in its hands. */
  moveTo(iso: string): void;
  say(text: string): void;
  competition: string;
  /** Officers by their id in the model, with their accounts. */
  officers: Map<string, { browser: PatientBrowser; account: string; username: string; password: string }>;
  applicants: Map<
    string,
    { browser: PatientBrowser | null; id: string; account: string | null; phone: string }
  >;
  /** Ids on the server by ids of the model. */
  proposals: Map<string, string>;
  judges: Map<string, string>;
  tablets: Map<string, PatientBrowser>;
}

export function newPlay(
  options: Pick<Play, 'model' | 'transport' | 'shift' | 'setupCode'> & Partial<Pick<Play, 'moveTo' | 'say'>>,
): Play {
  return {
    moveTo: () => undefined,
    say: () => undefined,
    ...options,
    competition: '',
    officers: new Map(),
    applicants: new Map(),
    proposals: new Map(),
    judges: new Map(),
    tablets: new Map(),
  };
}

export const newBrowser = ({ transport }: Play): PatientBrowser => new PatientBrowser(transport);

/** What a map of the play must hold by now. */
export function known<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`${id} is not there yet`);
  return value;
}

/** The browser of an officer of the model, e.g. `u03`. */
export const officer = (play: Play, id: string): PatientBrowser => known(play.officers, id).browser;

/** The id of an act: the same at every try, another for every act. */
export const operationId = (...parts: (string | number)[]): string =>
  `demo-${parts.join('-')}`.padEnd(8, '-');
