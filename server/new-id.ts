import { makeDigits, makeId } from '../shared/ids.ts';
import type { Context } from './context.ts';

/** A fresh sortable id. */
export const newId = (context: Context): string => makeId(context.now(), context.random(10));

/** Fresh random decimal digits. */
export const newDigits = (context: Context, length: number): string =>
  makeDigits(length, () => context.random(1)[0] ?? 0);

/** A secret of 256 bits for a cookie or a link, base64url. */
export const newToken = (context: Context): string => Buffer.from(context.random(32)).toString('base64url');
