import { eq } from 'drizzle-orm';
import type { Declaration, Undertaking } from '../../../shared/contract/preparing.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import { undertakingLines, undertakingText } from '../../../shared/panels/undertaking.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { sha256 } from '../../sha256.ts';
import type { Db } from '../../store/store.ts';
import { judgeOf } from '../judges/panel.ts';
import { addRecusal, recusalsOf } from '../judges/recusals.ts';
import { projectsToHear } from './projects.ts';

/** Whose undertaking: a judge of a competition. */
export interface Owner {
  competition: string;
  judge: string;
}

const currentText = sha256(undertakingText);

/** The undertaking as a judge finds it. */
export async function showUndertaking(context: Context, db: Db, owner: Owner): Promise<Undertaking> {
  const { undertaking } = context.store.t;
  const [given] = await db.select().from(undertaking).where(eq(undertaking.judge, owner.judge));
  const recusals = (await recusalsOf(context, db, owner.competition)).filter(
    ({ judge }) => judge === owner.judge,
  );
  const projects = await projectsToHear(context, db, owner.competition);
  return {
    lines: [...undertakingLines],
    text: currentText,
    at: given?.at ?? null,
    projects: projects.map(({ proposal, order, content, applicantName }) => {
      // Must recuse weighs more than to disclose, where both stand.
      const own = recusals.filter((one) => one.proposal === proposal);
      const known = own.find(({ kind }) => kind === 'must') ?? own[0];
      return {
        proposal,
        order,
        title: content.title,
        applicantName,
        recusal: known ? { kind: known.kind, grounds: known.grounds } : null,
      };
    }),
  };
}

/**
 * A judge undertakes, and declares. What stands already is not declared twice; undertaken again, only declarations are
 * added.
 * @throws ContractError wrong_state when the text is another by now, or of a project that withdrew; locked
 */
export async function undertake(
  context: Context,
  tx: Db,
  owner: Owner,
  { text, declarations }: { text: string; declarations: readonly Declaration[] },
): Promise<void> {
  const { competition, judge } = owner;
  await judgeOf(context, tx, competition, judge);
  if (text !== currentText)
    throw new ContractError('wrong_state', { message: '承诺书的文字有变动，请重新打开再看一遍' });
  const { undertaking } = context.store.t;
  const at = context.now();
  const added = await tx
    .insert(undertaking)
    .values({ judge, competition, text, at })
    .onConflictDoNothing()
    .returning({ judge: undertaking.judge });
  if (added.length > 0)
    await record(context, tx, competition, {
      at,
      actor: `judge:${judge}`,
      action: 'undertaking_signed',
      subject: `judge:${judge}`,
      data: { text },
      sealed: {},
    });
  const known = (await recusalsOf(context, tx, competition)).filter((one) => one.judge === judge);
  for (const { proposal, kind, ground, detail } of declarations) {
    if (known.some((one) => one.proposal === proposal && (one.kind === kind || one.kind === 'must')))
      continue;
    const draft = { judge, proposal, kind, grounds: [ground], source: 'declared' as const, detail };
    await addRecusal(context, tx, competition, draft, `judge:${judge}`);
  }
}
