import { and, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { organizers } from '../../../shared/contract/roles.ts';
import { settingsFaults } from '../../../shared/contract/settings-faults.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { JsonValue } from '../../../shared/ledger/canonical.ts';
import { scoringRulesHash } from '../../../shared/ledger/scoring-rules.ts';
import { scoringCriteria } from '../../../shared/panels/scoring-criteria.ts';
import { scoringRules } from '../../../shared/panels/scoring-rules.ts';
import { once } from '../../http/operation.ts';
import { officerOf } from '../../http/server.ts';
import type { Server } from '../../http/server.ts';
import { record } from '../../ledger.ts';
import { newId } from '../../new-id.ts';
import { sha256 } from '../../sha256.ts';
import { grantRoles } from '../people/commands.ts';
import { competitionRow, listCompetitions, presentCompetition } from './queries.ts';
import { scoringFaults } from './scoring-rules.ts';
import { weiyuanSettings } from './template.ts';

export function registerCompetitions({ on, context }: Server): void {
  const { competitions } = contract;
  const { t, read, write } = context.store;

  on(competitions.list, async ({ principal }) => {
    const { account } = principal;
    const own = account ? await read.select().from(t.member).where(eq(t.member.account, account.id)) : [];
    return listCompetitions(context, new Set(own.map((row) => row.competition)));
  });

  on(competitions.get, async ({ params, roles }) => {
    const row = await competitionRow(context, read, params.competition);
    const isOrganizer = roles.some((role) => (organizers as readonly string[]).includes(role));
    // A draft is nobody's business but its officers'.
    if (row.publishedAt === null && !isOrganizer) throw new ContractError('not_found');
    return presentCompetition(context, row);
  });

  on(competitions.create, async (call) => {
    const id = newId(context);
    const by = officerOf(call);
    return once(call, 'installation', call.body.operation, async (tx) => {
      await tx.insert(t.competition).values({
        id,
        stage: 'draft',
        revision: 1,
        settings: weiyuanSettings(call.body.name, context.now()),
        rulesVersion: 0,
        createdAt: context.now(),
        lastNumber: 0,
      });
      await tx.insert(t.stage).values({
        competition: id,
        seq: 0,
        revision: 0,
        phase: 'idle',
        phaseLength: 0,
        hall: 'timer',
      });
      await record(context, tx, id, {
        at: context.now(),
        actor: by,
        action: 'competition_created',
        subject: `competition:${id}`,
        data: { key: context.signer.publicKey },
        sealed: { name: call.body.name },
      });
      await grantRoles(context, tx, id, by.slice('officer:'.length), ['sponsor'], by);
      return { id };
    });
  });

  on(competitions.saveSettings, async ({ params, body }) => {
    const saved = await write(params.competition, async (tx) => {
      const row = await competitionRow(context, tx, params.competition);
      if (row.publishedAt !== null) throw new ContractError('frozen');
      if (row.revision !== body.base)
        throw new ContractError('stale_revision', { current: presentCompetition(context, row) });
      const changed = { settings: body.settings, revision: row.revision + 1 };
      await tx.update(t.competition).set(changed).where(eq(t.competition.id, row.id));
      return { ...row, ...changed };
    });
    return presentCompetition(context, saved);
  });

  on(competitions.publish, async (call) => {
    const { competition } = call.params;
    await once(call, competition, call.body.operation, async (tx) => {
      const row = await competitionRow(context, tx, competition);
      if (row.publishedAt !== null) throw new ContractError('wrong_state');
      if (row.revision !== call.body.base)
        throw new ContractError('stale_revision', { current: presentCompetition(context, row) });
      const fields = [...settingsFaults(row.settings), ...scoringFaults(row.settings)];
      if (fields.length > 0) throw new ContractError('invalid_input', { fields });
      await tx
        .update(t.competition)
        .set({ stage: 'call', rulesVersion: 1, publishedAt: context.now(), revision: row.revision + 1 })
        .where(and(eq(t.competition.id, competition), eq(t.competition.revision, row.revision)));
      await record(context, tx, competition, {
        at: context.now(),
        actor: officerOf(call),
        action: 'rules_frozen',
        subject: `competition:${competition}`,
        data: {
          version: 1,
          settings: sha256(canonicalJson(row.settings as JsonValue)),
          scoring: scoringRulesHash(
            { criteria: scoringCriteria(row.settings.rubric), rules: scoringRules(row.settings.scoring) },
            sha256,
          ),
        },
        sealed: {},
      });
      return {};
    });
    return presentCompetition(context, await competitionRow(context, read, competition));
  });
}
