import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { once } from '../../http/operation.ts';
import { officerOf } from '../../http/server.ts';
import type { Server } from '../../http/server.ts';
import { newDigits } from '../../new-id.ts';
import { hashPassword } from '../../passwords.ts';
import { addOfficer, checkSides, removeOfficer } from './commands.ts';
import { listOfficers } from './queries.ts';

/** Digits of a first password: long enough until its owner changes it, easy to read aloud. */
const firstPasswordDigits = 10;

export function registerPeople({ on, context }: Server): void {
  const { people } = contract;

  on(people.list, ({ params }) => listOfficers(context, params.competition));

  on(people.add, async (call) => {
    const { competition } = call.params;
    const { name, username, roles } = call.body;
    checkSides(roles);
    const firstPassword = newDigits(context, firstPasswordDigits);
    const passwordHash = await hashPassword(firstPassword);
    const added = await once(call, competition, call.body.operation, async (tx) => {
      const { id, isNew } = await addOfficer(
        context,
        tx,
        competition,
        { name, username, passwordHash, roles },
        officerOf(call),
      );
      return { id, firstPassword: isNew ? firstPassword : '' };
    });
    const officer = (await listOfficers(context, competition)).find((row) => row.account === added.id);
    if (!officer) throw new ContractError('not_found');
    return { officer, firstPassword: added.firstPassword };
  });

  on(people.remove, async (call) => {
    const { competition, account } = call.params;
    await context.store.write(competition, (tx) =>
      removeOfficer(context, tx, competition, account, officerOf(call)),
    );
    return {};
  });
}
