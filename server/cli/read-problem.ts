import { faultLine } from '../../shared/scoring/scorebook/faults.ts';
import type { CommandIo } from './io.ts';
import { readJson } from './read-json.ts';
import type { Refused } from './read-json.ts';
import { readSolverOptions } from './solver-options.ts';
import type { SolverOptions } from './solver-options.ts';

/** Exit status of a command whose options or file are not right. */
const badInput = 2;

/** A command that solves one file: its help, the seconds it takes where none are given, and its further switches. */
export interface SolverCommand<Parsed> {
  help: string;
  seconds: number;
  switches?: readonly string[];
  parse: (json: unknown) => Parsed | Refused;
}

/**
 * The options and the file of a command; or its exit status, where the help was asked for or something is wrong,
 * which has been said by then.
 */
export async function readProblem<Parsed extends { readonly ok: true }>(
  args: readonly string[],
  io: CommandIo,
  { help, seconds, switches, parse }: SolverCommand<Parsed>,
): Promise<{ options: SolverOptions; read: Parsed } | number> {
  const options = readSolverOptions(args, seconds, switches);
  if (typeof options === 'string') {
    io.stderr(`${options}\n\n${help}`);
    return badInput;
  }
  if (options.help) {
    io.stdout(help);
    return 0;
  }
  const read = await readJson(options.file, io, parse);
  if (read.ok) return { options, read };
  io.stderr(read.faults.map((fault) => `${faultLine(fault)}\n`).join(''));
  return badInput;
}
