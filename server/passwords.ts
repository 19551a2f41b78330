import { hash, verify } from '@node-rs/argon2';

/** OWASP's first recommendation for argon2id with 19 MiB: about 20 ms here. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Compared against when there is no such account, so that a stranger cannot tell by the time it takes. */
let absent: Promise<string> | null = null;

export const hashPassword = (password: string): Promise<string> => hash(password, options);

/** @param stored the hash, or null where there is no account */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  absent ??= hashPassword('no such account');
  const matches = await verify(stored ?? (await absent), password);
  return stored !== null && matches;
}
