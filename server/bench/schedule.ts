import { schedule } from '../cli/schedule.ts';
import type { ScheduleAnswer } from '../../shared/schedule/model.ts';

const [defenses, rooms, days, judges] = [1000, 20, 5, 200];
const slotsADay = 12;

/** `gongping schedule` on a province's week: seconds, what was placed and the bound beside it. */
export async function benchSchedule(say: (line: string) => void): Promise<void> {
  let out = '';
  const begun = process.hrtime.bigint();
  await schedule(['-', '--seconds', '30'], {
    stdin: () => Promise.resolve(JSON.stringify(week())),
    readFile: () => Promise.reject(new Error('nothing to read')),
    stdout: (text) => void (out += text),
    stderr: (text) => void say(text),
  });
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  const { placements, bound, status } = JSON.parse(out) as ScheduleAnswer;
  say(
    `schedule ${defenses} defenses, ${rooms} rooms, ${days} days, ${judges} judges: ` +
      `${placements.length} placed of at most ${bound} (${status}), ${seconds.toFixed(1)} s`,
  );
}

/** Three roles a defense, six judges who may fill each; a judge is there on four days of five. */
function week(): object {
  const dayIds = Array.from({ length: days }, (_, day) => `d${day + 1}`);
  return {
    format: 'schedule/1',
    days: dayIds.map((id) => ({ id, slots: slotsADay })),
    rooms: Array.from({ length: rooms }, (_, room) => ({ id: `r${room + 1}` })),
    judges: Array.from({ length: judges }, (_, judge) => ({
      id: `j${judge}`,
      open: dayIds
        .filter((_, day) => day !== judge % days)
        .map((day) => ({ day, slots: Array.from({ length: slotsADay }, (_, slot) => slot + 1) })),
    })),
    proposals: Array.from({ length: defenses }, (_, proposal) => ({
      id: `p${proposal}`,
      applicant: `a${Math.floor(proposal / 2)}`,
      roles: ['chair', 'expert', 'finance'].map((role, at) => ({
        role,
        eligible: Array.from({ length: 6 }, (_, one) => `j${(proposal * 7 + at * 67 + one * 11) % judges}`),
      })),
    })),
  };
}
