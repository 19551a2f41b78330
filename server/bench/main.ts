import { benchJudging } from './judging.ts';

/** `npm run bench`: ratios of one run, since the machine is never the same twice. */
const say = (line: string) => console.log(line);

await benchJudging(say);
