import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { CommandIo } from './io.ts';

/** The streams and files of this process. */
export const nodeIo: CommandIo = {
  stdin: () => text(process.stdin),
  readFile: (path) => readFile(path, 'utf8'),
  stdout: (output) => void process.stdout.write(output),
  stderr: (output) => void process.stderr.write(output),
};
