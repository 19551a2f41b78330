import { contract } from '../../shared/contract/index.ts';
import { inProcessTransport } from '../client/transport.ts';
import type { DemoEntrance, DemoStand } from '../features/demo/stand.ts';
import type { RunningServer } from '../start.ts';
import { readModel } from './model.ts';
import { known, newPlay } from './play.ts';
import type { Play } from './play.ts';
import { apply } from './story/applying.ts';
import { callToStage, playDay, score, step } from './story/day.ts';
import { found } from './story/founding.ts';
import { seatPanel } from './story/panel.ts';

/** The demonstration stands at this order number: six are in, this one is being questioned. */
const standing = 7;
const standingSince = Date.parse('2026-10-16T10:10:00+08:00');
/** The seat that stays free for whoever walks in through the judge's door. */
const freeJudge = 'j09';
/** An applicant of the model with a proposal of its own to look at. */
const modelApplicant = 'a17';

/** A clock that runs in the past while the story is told, and on real time afterwards. */
export interface StoryClock {
  now(): number;
  moveTo(at: number): void;
  catchUp(): void;
}

/** @param start where the story begins, milliseconds since 1970 */
export function storyClock(start: number): StoryClock {
  let offset = start - Date.now();
  return {
    now: () => Date.now() + offset,
    // Never back: the ledger's times never decrease.
    moveTo: (at) => void (offset = Math.max(offset, at - Date.now())),
    catchUp: () => void (offset = Math.max(offset, 0)),
  };
}

/** All dates shifted so that the middle of the model's morning is `now`. */
export const standingShift = (now: number) => (iso: string) => Date.parse(iso) - standingSince + now;

/** Tells the story through the application's own API up to the middle of the morning. */
export async function standInTheMiddle(
  server: RunningServer,
  clock: StoryClock,
  shift: (iso: string) => number,
): Promise<DemoStand> {
  const play = newPlay({
    model: readModel(),
    transport: inProcessTransport(server.app, server.context.config.origin),
    shift,
    setupCode: () => Promise.resolve(server.setupCode ?? ''),
    moveTo: (iso) => clock.moveTo(shift(iso)),
  });
  await found(play);
  await apply(play);
  await seatPanel(play);
  await playDay(play, standing - 1);
  await openStanding(play);
  clock.catchUp();
  keepAwake(play);
  return doorsOf(play);
}

async function openStanding(play: Play): Promise<void> {
  const project = play.model.draws.find((draw) => draw.order === standing)?.project ?? '';
  play.moveTo('2026-10-16T10:04:00+08:00');
  await callToStage(play, project);
  play.moveTo('2026-10-16T10:09:00+08:00');
  await step(play, project, { do: 'question' });
  const others = play.model.sheets.filter((each) => each.project === project && each.judge !== freeJudge);
  for (const sheet of others.slice(0, 9)) await score(play, sheet);
}

/** The simulated tablets ask now and then as real ones do, else the console would call them silent. */
function keepAwake(play: Play): void {
  const { competition } = play;
  const ask = () =>
    play.tablets.forEach((tablet) => void tablet.call(contract.stage.snapshot, { params: { competition } }));
  ask();
  setInterval(ask, 15_000).unref();
}

function doorsOf(play: Play): DemoStand {
  const { competition } = play;
  const organizer = (id: string, page: string): DemoEntrance => ({
    account: known(play.officers, id).account,
    judge: null,
    path: `/o/${competition}/${page}`,
  });
  const judge = known(play.judges, freeJudge);
  return {
    competition,
    doors: {
      leader: organizer('u01', 'overview'),
      staff: organizer('u06', 'console'),
      auditor: organizer('u07', 'ledger'),
      judge: { account: null, judge, path: `/seat/${judge}` },
      applicant: {
        account: known(play.applicants, modelApplicant).account,
        judge: null,
        path: `/c/${competition}/apply`,
      },
    },
  };
}
