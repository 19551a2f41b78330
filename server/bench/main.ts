import { fileURLToPath } from 'node:url';
import { benchAssignment } from './assignment.ts';
import { benchFunding } from './funding.ts';
import { judgeBudget, judgeBundle } from './judge-bundle.ts';
import { benchJudging } from './judging.ts';
import { benchLive } from './live.ts';
import { benchSchedule } from './schedule.ts';
import { benchScoring } from './scoring.ts';
import { benchStart } from './start.ts';

/** `npm run bench`: ratios of one run, since the machine is never the same twice. */
const say = (line: string) => console.log(line);

const bundle = judgeBundle(fileURLToPath(new URL('../../web', import.meta.url)));
say(
  `judge screens: ${(bundle / 1000).toFixed(1)} KB of JavaScript and CSS, of ${judgeBudget / 1000} allowed`,
);
await benchStart(say);
await benchJudging(say);
await benchLive(say);
await benchScoring(say);
await benchFunding(say);
await benchAssignment(say);
await benchSchedule(say);
