import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { contract } from '../../../shared/contract/index.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { CompetitionRole } from '../../../shared/contract/roles.ts';
import { operation } from '../../testing.ts';
import type { TestBrowser, TestServer } from '../../testing.ts';
import { insertWeiyuanDay } from './testing-day.ts';
import { weiyuanTestSettings } from './testing-settings.ts';

/** A file of the model competition; the caller says which members it reads. */
export const weiyuan = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/weiyuan/${name}.json`, import.meta.url), 'utf8')) as T;

export const approvalSecret = '246810';
const password = 'a long password';

type OfficerId = 'u01' | 'u02' | 'u03' | 'u04' | 'u05' | 'u06' | 'u07';
type Officer = { id: OfficerId; role: CompetitionRole; name: string };

/** The model competition with all sheets locked; ids of projects and judges are those of the fixtures. */
export interface LockedWeiyuan {
  competition: string;
  params: { competition: string };
  /** Browsers of the officers, signed in. */
  as: Record<OfficerId, TestBrowser>;
  accounts: Record<OfficerId, string>;
  passwords: Record<OfficerId, string>;
}

/**
 * Sets up and publishes through the API; the day itself goes into the store, with its ledger.
 * @param change of the settings before they are published
 */
export async function lockedWeiyuan(
  server: TestServer,
  change: (settings: Settings) => void = () => undefined,
): Promise<LockedWeiyuan> {
  const { people } = weiyuan<{ people: Officer[] }>('competition');
  const as = {} as LockedWeiyuan['as'];
  const accounts = {} as LockedWeiyuan['accounts'];
  const passwords = { u01: password } as LockedWeiyuan['passwords'];
  const sponsor = (as.u01 = server.browser());
  const body = { code: server.setupCode, name: people[0]?.name ?? '', username: 'u01', password };
  accounts.u01 = (await sponsor.call(contract.installation.setUp, { body })).account?.id ?? '';
  const { id: competition } = await sponsor.call(contract.competitions.create, {
    body: { operation: operation(), template: 'weiyuan', name: '示例大赛' },
  });
  const params = { competition };
  for (const { id, role, name } of people.slice(1)) {
    const added = await sponsor.call(contract.people.add, {
      params,
      body: { operation: operation(), name, username: id, roles: [role] },
    });
    accounts[id] = added.officer.account;
    passwords[id] = added.firstPassword;
    as[id] = server.browser();
    await as[id].call(contract.session.signInOfficer, {
      body: { username: id, password: added.firstPassword },
    });
    if (id === 'u02' || id === 'u07')
      await as[id].call(contract.session.setApprovalSecret, {
        body: { password: added.firstPassword, secret: approvalSecret },
      });
  }
  await publish(sponsor, competition, change);
  await insertWeiyuanDay(server.context, competition, accounts);
  return { competition, params, as, accounts, passwords };
}

async function publish(
  sponsor: TestBrowser,
  competition: string,
  change: (settings: Settings) => void,
): Promise<void> {
  const params = { competition };
  const draft = await sponsor.call(contract.competitions.get, { params });
  const settings = weiyuanTestSettings(draft.settings);
  change(settings);
  const saved = await sponsor.call(contract.competitions.saveSettings, {
    params,
    body: { base: draft.revision, settings },
  });
  await sponsor.call(contract.competitions.publish, {
    params,
    body: { operation: operation(), base: saved.revision },
  });
}

/** A row of what must come out. */
export interface ExpectedRow {
  id: string;
  rank: number | null;
  rank_before_decision: number | null;
  score: string | null;
  /** As printed. */
  score_2dp: string;
  valid: number;
  dropped_high: string;
  dropped_low: string;
  amount: number;
}
export const expectedRows = (): ExpectedRow[] => weiyuan<{ entries: ExpectedRow[] }>('expected').entries;

/** Unlocks one session, as if its judges had not signed yet. */
export async function unlockSession({ context }: TestServer, session: string): Promise<void> {
  const { sessionLock } = context.store.t;
  await context.store.write('installation', (tx) =>
    tx.delete(sessionLock).where(eq(sessionLock.session, session)),
  );
}
