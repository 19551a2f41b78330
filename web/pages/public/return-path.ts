import type { SessionReply } from '../../../shared/contract/session.ts';

/** Only a path of this application: never another site (`//host`, `/\host`), never the sign-in itself. */
export function safePath(to: unknown): string | null {
  if (typeof to !== 'string' || !/^\/(?![/\\])/.test(to) || to.startsWith('/sign-in')) return null;
  return to;
}

/** Where a person goes after signing in when they came from nowhere in particular. */
export function homeOf(session: Pick<SessionReply, 'account' | 'competitions'>): string {
  if (session.account?.kind === 'officer') return '/o';
  const [first] = session.competitions;
  return first === undefined ? '/' : `/c/${first.id}/apply`;
}
