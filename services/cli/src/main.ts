import { Command, CommanderError } from 'commander';
import { fileURLToPath } from 'node:url';
import { CommandError, type CommandContext } from './commands/command.js';
import { loadCommands } from './commands/registry.js';
import { readConfig } from './config.js';
import { createTerminal } from './terminal/terminal.js';

/** Runs one command line and sets the exit code. Nothing is thrown: a failure is told and becomes an exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  const terminal = createTerminal({
    out: process.stdout,
    notes: process.stderr,
    now: () => performance.now(),
  });
  endQuietlyWhenTheReaderLeaves();
  try {
    const context: CommandContext = {
      config: readConfig(),
      terminal,
      exitWith: (code) => void (process.exitCode = code),
    };
    const program = new Command('minhai')
      .description('民海 Minhai: civil-affairs events in, plan indicators out')
      .exitOverride()
      .showHelpAfterError('(minhai --help lists the commands)');
    for (const command of await loadCommands(fileURLToPath(new URL('./commands/', import.meta.url)))) {
      command.register(program, context);
    }
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error, (text) => terminal.note(text));
  }
}

function report(error: unknown, note: (text: string) => void): number {
  if (error instanceof CommanderError) return error.exitCode; // commander has said it already
  if (error instanceof CommandError) {
    note(`✗ ${error.message}`);
    return error.exitCode;
  }
  note(`✗ ${fileProblemOf(error) ?? (error instanceof Error ? error.message : String(error))}`);
  if (isBug(error)) note(error.stack ?? '');
  return 1;
}

const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'is a folder',
  ENOTDIR: 'lies in no folder',
  ENOSPC: 'no space left on the disk',
};

/** A file that cannot be read or written, by its name and in words; undefined: something else went wrong. */
function fileProblemOf(error: unknown): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  const words = FILE_PROBLEMS[code ?? ''];
  return words === undefined || path === undefined ? undefined : `${path}: ${words}`;
}

/** What fails outside (a port, a log, a refused login) says so in its message; a stack helps only with our own mistakes. */
const isBug = (error: unknown): error is Error =>
  error instanceof TypeError || error instanceof ReferenceError || error instanceof SyntaxError;

/** `minhai ledger | head` closes our output early; that is the reader's right and no failure. */
function endQuietlyWhenTheReaderLeaves(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
