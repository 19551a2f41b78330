import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../shared/contract/index.ts';
import type { Grant } from '../shared/contract/roles.ts';
import type { Route } from '../shared/contract/route.ts';
import type { ApiBrowser } from './client/browser.ts';
import { buildWorld } from './permissions-world.ts';
import type { World } from './permissions-world.ts';

/** Every route of the contract, as `resource.name`. */
const routes: [string, Route][] = Object.entries(contract).flatMap(([resource, group]) =>
  Object.entries(group).map(([name, route]): [string, Route] => [`${resource}.${name}`, route]),
);

let world: World;
beforeAll(async () => {
  world = await buildWorld();
}, 240_000);
afterAll(() => world.dispose());

/** Whether the contract grants the route to this caller; said here a second time, from the grants alone. */
function isGranted(allow: readonly Grant[], holds: readonly string[]): boolean {
  return allow.includes('public') || allow.some((grant) => holds.includes(grant));
}

/** Paths lead to subjects that do not exist where asking would change something. */
function paramsFor(route: Route): Record<string, string> {
  const names = [...route.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '');
  const last = names.at(-1);
  return Object.fromEntries(
    names.map((name) => {
      const isAimedAt = route.method === 'DELETE' && name === last && name !== 'proposal';
      return [name, isAimedAt ? 'nothing-here' : (world.ids[name] ?? 'nothing-here')];
    }),
  );
}

async function ask(route: Route, caller: ApiBrowser) {
  // A body that no schema takes: whoever may call is told so, whoever may not is refused before.
  return caller.send(route, { params: paramsFor(route), body: { 'no such member': true } });
}

/** Signing out would end the caller for every route after it; it is tried as nobody alone. */
const isSignOut = (route: Route) => route === contract.session.signOut;

describe('every route as every caller', () => {
  test.each(routes)(
    '%s is refused to whoever it does not grant, and to nobody else',
    async (_name, route) => {
      const wrong: string[] = [];
      for (const caller of world.callers) {
        if (route.transport === 'stream' || (isSignOut(route) && caller.holds.length > 0)) continue;
        const { status, body } = await ask(route, caller.browser);
        const code = (body as { code?: string }).code ?? '';
        const isRefused = ['not_signed_in', 'forbidden'].includes(code);
        const shouldBe = isGranted(route.allow, caller.holds);
        if (isRefused === shouldBe) wrong.push(`${caller.name}: ${status} ${code}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});

/** As a word of its own: four digits may by chance stand inside a hash. */
const shows = (text: string, secret: string): boolean =>
  text.split(secret).some((before, at, parts) => {
    const after = parts[at + 1];
    return after !== undefined && !/\w$/.test(before) && !/^\w/.test(after);
  });

describe('planted secrets', () => {
  test.each(routes.filter(([, route]) => route.method === 'GET' && route.transport !== 'stream'))(
    '%s shows no secret to whoever may not see it',
    async (_name, route) => {
      const leaks: string[] = [];
      for (const caller of world.callers) {
        const { text } = await ask(route, caller.browser);
        for (const secret of world.secrets)
          if (shows(text, secret.value) && !secret.seenBy.includes(caller.name))
            leaks.push(`${caller.name} saw ${secret.what}`);
      }
      expect(leaks).toEqual([]);
    },
  );

  test('each secret is really there for those who may see it', async () => {
    const unseen: string[] = [];
    for (const secret of world.secrets)
      for (const name of secret.seenBy) {
        const caller = world.callers.find((each) => each.name === name);
        const replies = await Promise.all(
          routes
            .filter(([, route]) => route.method === 'GET' && route.transport !== 'stream')
            .map(async ([, route]) => (caller ? (await ask(route, caller.browser)).text : '')),
        );
        if (!replies.some((text) => shows(text, secret.value))) unseen.push(`${name}: ${secret.what}`);
      }
    expect(unseen).toEqual([]);
  });
});
