import { contract } from '../../../shared/contract/index.ts';
import type { Step } from '../../../shared/contract/stage.ts';
import type { Model } from '../model.ts';
import { approvalSecret, known, officer, operationId } from '../play.ts';
import type { Play } from '../play.ts';

type ModelSheet = Model['sheets'][number];

/** The day up to and including order number `until`; sessions that end before it are locked. */
export async function playDay(play: Play, until = Infinity): Promise<void> {
  play.moveTo('2026-10-16T08:40:00+08:00');
  await withdrawBeforeStart(play);
  await recordAbsences(play);
  const defenses = [...play.model.draws].sort((a, b) => a.order - b.order);
  const sessions = [
    { id: 'am', last: 16, end: '2026-10-16T12:05:00+08:00' },
    { id: 'pm', last: 34, end: '2026-10-16T17:40:00+08:00' },
  ];
  for (const { project, order } of defenses) {
    if (order > until) return;
    if (project !== play.model.withdrawal.project) await playDefense(play, project, order);
    const ended = sessions.find((session) => session.last === order);
    if (ended) await lockSession(play, ended.id, ended.end);
  }
}

async function withdrawBeforeStart(play: Play): Promise<void> {
  const { project, reason } = play.model.withdrawal;
  await officer(play, 'u06').call(contract.stage.withdraw, {
    params: { competition: play.competition, proposal: known(play.proposals, project) },
    body: { operation: operationId('withdraw', project), reason },
  });
}

async function recordAbsences(play: Play): Promise<void> {
  const params = { competition: play.competition };
  const approval = { approver: known(play.officers, 'u07').account, secret: approvalSecret };
  for (const { judge, absent, projects, reason } of play.model.absences) {
    const change = {
      judge: known(play.judges, judge),
      proposals: projects.map((project) => known(play.proposals, project)),
      absent,
      reason,
    };
    const tally = officer(play, 'u04');
    const { preview } = await tally.call(contract.incidents.previewAbsence, { params, body: { change } });
    await tally.call(contract.incidents.recordAbsence, {
      params,
      body: { operation: operationId('absence', judge), change, preview, approval },
    });
  }
}

/** Calls a project, runs its phases and has every judge with a sheet in the model score it. */
async function playDefense(play: Play, project: string, order: number): Promise<void> {
  const startedAt = sessionStart(order);
  play.moveTo(startedAt);
  await callToStage(play, project);
  await step(play, project, { do: 'question' });
  await step(play, project, { do: 'change' });
  const sheets = play.model.sheets.filter((sheet) => sheet.project === project);
  await Promise.all(sheets.map((sheet) => score(play, sheet)));
  await step(play, project, { do: 'collect' });
  await step(play, project, { do: 'finish' });
  play.say(`${order} 号收分完毕：${sheets.length} 份`);
}

/** Puts a project on stage, without going further. */
export async function callToStage(play: Play, project: string): Promise<void> {
  await step(play, project, { do: 'call', proposal: known(play.proposals, project) });
}

/** One step of the host, on the state the host sees. */
export async function step(play: Play, project: string, action: Step): Promise<void> {
  const host = officer(play, 'u06');
  const params = { competition: play.competition };
  const { revision } = await host.call(contract.stage.console, { params });
  const operation = operationId('step', action.do, project);
  await host.call(contract.stage.step, { params, body: { operation, base: revision, step: action } });
}

/** A judge saves half a sheet, then submits the whole. */
export async function score(play: Play, sheet: ModelSheet): Promise<void> {
  const tablet = known(play.tablets, sheet.judge);
  const params = {
    competition: play.competition,
    judge: known(play.judges, sheet.judge),
    proposal: known(play.proposals, sheet.project),
  };
  const half = Object.fromEntries(Object.entries(sheet.marks).slice(0, 3));
  const name = [sheet.judge, sheet.project] as const;
  const draft = await tablet.call(contract.judging.save, {
    params,
    body: { operation: operationId('save', ...name), base: 0, marks: half, comment: '' },
  });
  await tablet.call(contract.judging.submit, {
    params,
    body: {
      operation: operationId('sheet', ...name),
      base: draft.revision,
      marks: sheet.marks,
      comment: sheet.comment ?? '',
    },
  });
}

async function lockSession(play: Play, session: string, at: string): Promise<void> {
  play.moveTo(at);
  await officer(play, 'u04').call(contract.stage.lock, {
    params: { competition: play.competition, session },
    body: { operation: operationId('lock', session) },
  });
  play.say(session === 'am' ? '上午场评委已签字，评分表锁定' : '下午场评委已签字，评分表锁定');
}

/** When the model plans an order number to start: 11 minutes each from 9:00 and from 14:00. */
function sessionStart(order: number): string {
  const minutes = order <= 16 ? 9 * 60 + (order - 1) * 11 : 14 * 60 + (order - 17) * 11;
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return `2026-10-16T${clock}:00+08:00`;
}
