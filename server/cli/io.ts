/** All that a command may touch of the outside world, so that its test needs no process. */
export type CommandIo = {
  stdin(): Promise<string>;
  /** The UTF-8 text of a file. */
  readFile(path: string): Promise<string>;
  stdout(text: string): void;
  stderr(text: string): void;
};

/** A command of `gongping`: takes the arguments after its name, answers with the exit status. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>;
