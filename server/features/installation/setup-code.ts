import { count, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { newDigits } from '../../new-id.ts';
import { sha256 } from '../../sha256.ts';
import { installationScope } from '../../store/store.ts';

const name = 'setup_code';
const digits = 8;

/** Whether no organizer exists yet. */
export async function needsSetup({ store }: Context): Promise<boolean> {
  const [row] = await store.read
    .select({ officers: count() })
    .from(store.t.account)
    .where(eq(store.t.account.kind, 'officer'));
  return (row?.officers ?? 0) === 0;
}

/** A new code at each start until an organizer exists; the one before stops working. */
export async function renewSetupCode(context: Context): Promise<string | null> {
  if (!(await needsSetup(context))) return null;
  const code = newDigits(context, digits);
  const { fact } = context.store.t;
  const value = sha256(code);
  await context.store.write(installationScope, (tx) =>
    tx.insert(fact).values({ name, value }).onConflictDoUpdate({ target: fact.name, set: { value } }),
  );
  return code;
}

export async function isSetupCode({ store }: Context, code: string): Promise<boolean> {
  const [row] = await store.read.select().from(store.t.fact).where(eq(store.t.fact.name, name));
  return row?.value === sha256(code.replace(/[\s-]/g, ''));
}
