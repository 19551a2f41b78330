import { describe, expect, it } from 'vitest';
import { consoleFixture } from './testing.ts';
import { todos } from './todo.ts';

const fixture = consoleFixture();
const withJudge = (over: Partial<(typeof fixture.judges)[number]>) =>
  consoleFixture({
    judges: fixture.judges.map((judge) => (judge.seat === 2 ? { ...judge, ...over } : judge)),
  });

describe('todos', () => {
  it('all tablets heard of, nothing missing → nothing to do', () => {
    expect(todos(fixture, 30_000)).toEqual([]);
  });

  it('tablet silent for a minute → somebody walks over, with the seconds', () => {
    expect(todos(withJudge({ lastSeenAt: -45_000 }), 30_000)).toEqual([
      { kind: 'silent', judge: 'j2', seat: 2, name: '评委2', seconds: 75 },
    ]);
  });

  it('server started anew without having been stopped → the recovery check before everything, for half an hour', () => {
    const console = { ...withJudge({ codeLocked: true }), recovered: { at: 0, after: 'unclean' as const } };
    expect(todos(console, 30_000).map(({ kind }) => kind)).toEqual(['recovered', 'code']);
    expect(todos(console, 31 * 60_000).map(({ kind }) => kind)).not.toContain('recovered');
  });

  it('copies fail → somebody looks at the disk; copies in order → nothing to do', () => {
    const copied = (failing: boolean) => todos({ ...fixture, copies: { at: 1000, failing } }, 30_000);
    expect(copied(true)).toEqual([{ kind: 'copies', at: 1000 }]);
    expect(copied(false)).toEqual([]);
  });

  it('hand raised → before everything, with its seat and how long it has waited', () => {
    const calls = [
      { id: 'h1', seat: 2, name: '评委2', about: 'tablet' as const, at: 0 },
      { id: 'h2', seat: null, name: '', about: 'other' as const, at: 170_000 },
    ];
    const [first, second] = todos({ ...withJudge({ codeLocked: true }), calls }, 180_000);
    expect(first).toEqual({
      kind: 'help',
      call: 'h1',
      place: 'seat',
      seat: 2,
      name: '评委2',
      about: 'tablet',
      minutes: 3,
    });
    expect(second).toMatchObject({ kind: 'help', place: 'phone', minutes: 0 });
  });

  it('nobody on stage → silence means nothing', () => {
    const console = withJudge({ lastSeenAt: -45_000 });
    expect(todos({ ...console, stage: { ...console.stage, phase: 'idle' } }, 30_000)).toEqual([]);
  });

  it('code locked → to be lifted, before everything else', () => {
    expect(todos(withJudge({ codeLocked: true, lastSeenAt: null }), 0).map(({ kind }) => kind)).toEqual([
      'code',
      'unseated',
    ]);
  });

  it('project that has left the stage with sheets missing → whose', () => {
    const rows = fixture.rows.map((row) =>
      row.order === 1 ? { ...row, cells: ['sent' as const, 'draft' as const, 'none' as const] } : row,
    );
    expect(todos(consoleFixture({ rows }), 0)).toEqual([
      { kind: 'missing', proposal: 'p1', order: 1, title: '楼道微花园', seats: [2, 3] },
    ]);
  });

  it('every project scored or withdrawn → the session can be signed, once', () => {
    const rows = fixture.rows.map((row) => ({
      ...row,
      status: row.order === 3 ? ('withdrawn' as const) : ('scored' as const),
      cells: ['sent' as const, 'sent' as const, 'recused' as const],
    }));
    const over = consoleFixture({ rows });
    expect(todos(over, 0)).toEqual([{ kind: 'sign', session: 'am', name: '上午场' }]);
    const signed = over.sessions.map((session) => ({ ...session, locked: true }));
    expect(todos({ ...over, sessions: signed }, 0)).toEqual([]);
  });
});
