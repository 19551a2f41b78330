import { parseArgs } from 'node:util';
import { messageOf } from './read-json.ts';

/** What a command that solves one file is asked for. `seconds`: the longest it may take. */
export interface SolverOptions {
  readonly help: boolean;
  readonly file: string;
  readonly seconds: number;
  /** The switches that are on, of those the command knows. */
  readonly on: ReadonlySet<string>;
}

/**
 * The options of `gongping COMMAND FILE [--seconds S]`, or what is wrong with them in words.
 * @param seconds the command's own limit, where none is given
 * @param switches names of further options without a value
 */
export function readSolverOptions(
  args: readonly string[],
  seconds: number,
  switches: readonly string[] = [],
): SolverOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        seconds: { type: 'string' },
        ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])),
      },
    });
    const [file, ...more] = positionals;
    const named: Readonly<Record<string, unknown>> = values;
    const help = values.help === true;
    if (!help && (file === undefined || more.length > 0)) return '请给出一个文件。';
    const given = values.seconds;
    if (given !== undefined && (!/^\d{1,6}(\.\d{1,3})?$/.test(given) || Number(given) === 0))
      return '--seconds 后面应为大于 0 的秒数。';
    return {
      help,
      file: file ?? '',
      seconds: Number(given ?? seconds),
      on: new Set(switches.filter((name) => named[name] === true)),
    };
  } catch (error) {
    return messageOf(error);
  }
}
