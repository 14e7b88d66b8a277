import type { Command } from 'commander';
import type { CliConfig } from '../config.js';
import type { Terminal } from '../terminal/terminal.js';

/** What every command is handed. */
export interface CommandContext {
  readonly config: CliConfig;
  readonly terminal: Terminal;
  /** Sets the exit code of the process; the command then simply returns. */
  exitWith(code: number): void;
}

/**
 * One command. It lives in `commands/<folder>/<folder>.command.ts`, which exports it under the name `command`; the
 * registry finds it there. That file is loaded for every call of `minhai`, so what is heavy is imported inside the action.
 */
export interface CliCommand {
  /** Place in the help text, small first. */
  readonly order: number;
  /** Adds the command with its options and action to the program. */
  register(program: Command, context: CommandContext): void;
}

/** Something the user can mend. Shown as its message alone, without a stack; the process exits with `exitCode`. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
    this.name = 'CommandError';
  }
}
