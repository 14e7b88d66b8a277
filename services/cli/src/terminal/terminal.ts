import { formatDuration } from './duration.js';
import { progressLine } from './progress.js';
import { formatTable, type Column } from './table.js';

/** The part of a stream the terminal needs. */
export interface Sink {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgressDisplay {
  /** Sets how much is done (not added). Cheap enough to call per event. */
  update(done: number, total?: number): void;
  /** Ends the display and leaves one line behind. */
  finish(summary?: string): void;
}

/** Answers go to standard output, everything said on the way to standard error, so that output can be piped. */
export interface Terminal {
  readonly interactive: boolean;
  /** A line of the answer. */
  print(text: string): void;
  /** The answer of `--json`: one value, indented. */
  json(value: unknown): void;
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void;
  /** A remark on the way. */
  note(text: string): void;
  progress(label: string, total?: number): ProgressDisplay;
  /** Runs one named step and shows how long it took, with ✓ or ✗. What it throws travels on. */
  step<T>(label: string, work: (say: (detail: string) => void) => Promise<T>): Promise<T>;
}

const REDRAW_MS = 100;
const PLAIN_LINE_EVERY_MS = 5_000;
const ERASE_LINE = '\r\u001b[2K';

export interface TerminalOptions {
  readonly out: Sink;
  readonly notes: Sink;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

export function createTerminal({ out, notes, now }: TerminalOptions): Terminal {
  const interactive = notes.isTTY === true;
  const note = (text: string): void => void notes.write(`${text}\n`);
  const redraw = (text: string): void => {
    if (interactive) notes.write(ERASE_LINE + text.slice(0, (notes.columns ?? 80) - 1));
  };
  const leave = (text: string): void => void notes.write(`${interactive ? ERASE_LINE : ''}${text}\n`);

  return {
    interactive,
    note,
    print: (text) => void out.write(`${text}\n`),
    json: (value) => void out.write(`${JSON.stringify(value, undefined, 2)}\n`),
    table: (columns, rows) => void out.write(`${formatTable(columns, rows)}\n`),

    progress(label, firstTotal) {
      const started = now();
      const interval = interactive ? REDRAW_MS : PLAIN_LINE_EVERY_MS;
      let done = 0;
      let total = firstTotal;
      let shown = started;
      const line = () => progressLine({ label, done, total, elapsedMs: now() - started });
      return {
        update(newDone, newTotal = total) {
          done = newDone;
          total = newTotal;
          if (now() - shown < interval) return;
          shown = now();
          if (interactive) redraw(line());
          else note(line());
        },
        finish: (summary) => leave(summary ?? line()),
      };
    },

    async step(label, work) {
      const started = now();
      const took = () => formatDuration(now() - started);
      redraw(`  ${label} …`);
      try {
        let detail = '';
        const result = await work((text) => {
          detail = text;
          redraw(`  ${label} … ${text}`);
        });
        leave(`✓ ${label}  ${took()}${detail && `  ${detail}`}`);
        return result;
      } catch (error) {
        leave(`✗ ${label}  ${took()}`);
        throw error;
      }
    },
  };
}
