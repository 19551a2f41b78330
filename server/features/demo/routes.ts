import { and, count, eq, isNull } from 'drizzle-orm';
import { demoDoors } from '../../../shared/contract/demo.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { limits } from '../../../shared/contract/limits.ts';
import { cookieNames } from '../../http/principal.ts';
import type { Principal } from '../../http/principal.ts';
import type { Server } from '../../http/server.ts';
import { newId, newToken } from '../../new-id.ts';
import { sha256 } from '../../sha256.ts';
import { competitionRow } from '../competitions/queries.ts';
import { openSession } from '../session/commands.ts';
import { describeSession, principalOfAccount } from '../session/queries.ts';
import type { DemoDoor } from './stand.ts';

export function registerDemo({ on, context }: Server): void {
  const { demo } = contract;
  const { t, read, write } = context.store;
  const names = cookieNames(context.config);

  const stand = () => {
    if (!context.demo) throw new ContractError('not_found');
    return context.demo;
  };

  on(demo.doors, async () => {
    const { competition } = stand();
    const { settings } = await competitionRow(context, read, competition);
    const [projects] = await read
      .select({ count: count() })
      .from(t.defense)
      .where(eq(t.defense.competition, competition));
    const [judges] = await read
      .select({ count: count() })
      .from(t.judge)
      .where(and(eq(t.judge.competition, competition), isNull(t.judge.removedAt)));
    const [onStage] = await read
      .select({ order: t.defense.order })
      .from(t.stage)
      .innerJoin(t.defense, eq(t.defense.proposal, t.stage.proposal))
      .where(eq(t.stage.competition, competition));
    return {
      competition,
      name: settings.shortName,
      mark: settings.mark,
      projects: projects?.count ?? 0,
      judges: judges?.count ?? 0,
      onStage: onStage?.order ?? null,
    };
  });

  /** Enrols this browser as a tablet on which the judge has already typed the code. */
  const enrolTablet = async (
    competition: string,
    judge: string,
  ): Promise<{ token: string; device: Principal }> => {
    const token = newToken(context);
    const id = newId(context);
    await write(competition, async (tx) => {
      const at = context.now();
      const [row] = await tx.select().from(t.judge).where(eq(t.judge.id, judge));
      const seat = row?.profile.seat ?? null;
      await tx.insert(t.device).values({
        id,
        competition,
        tokenHash: sha256(token),
        seat,
        label: '演示平板',
        enrolledAt: at,
        seenAt: at,
      });
      await tx.insert(t.seated).values({ device: id, judge, at });
    });
    return { token, device: { account: null, device: { id, competition, seat: null } } };
  };

  on(demo.enter, async ({ params, cookies }) => {
    const door = demoDoors.find((name): name is DemoDoor => name === params.door);
    const { competition, doors } = stand();
    if (!door) throw new ContractError('not_found');
    const { account, judge, path } = doors[door];
    if (judge !== null) {
      const { token, device } = await enrolTablet(competition, judge);
      cookies.set(names.device, token, limits.sessionDays);
      return { session: await describeSession(context, device), path };
    }
    if (account === null) throw new ContractError('not_found');
    cookies.set(names.session, await openSession(context, account), limits.sessionDays);
    return { session: await describeSession(context, await principalOfAccount(context, account)), path };
  });
}
