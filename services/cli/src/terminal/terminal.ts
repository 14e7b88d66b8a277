import { formatDuration } from './duration.js';
import { progressLine } from './progress.js';
import { formatTable, type Column } from './table.js';
import { displayWidth } from './width.js';

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
  const line = statusLine(notes);
  return {
    interactive: line.interactive,
    note: line.leave,
    print: (text) => void out.write(`${text}\n`),
    json: (value) => void out.write(`${JSON.stringify(value, undefined, 2)}\n`),
    table: (columns, rows) => void out.write(`${formatTable(columns, rows)}\n`),
    progress: (label, total) => showProgress(line, now, { label, total }),
    step: (label, work) => showStep(line, now, { label, work }),
  };
}

/** The one line at the bottom that is drawn over while something is under way. Without a terminal there is none. */
interface StatusLine {
  readonly interactive: boolean;
  redraw(text: string): void;
  /** Leaves a line behind for good. */
  leave(text: string): void;
}

function statusLine(notes: Sink): StatusLine {
  const interactive = notes.isTTY === true;
  return {
    interactive,
    redraw(text) {
      if (interactive) notes.write(ERASE_LINE + fit(text, (notes.columns ?? 80) - 1));
    },
    leave: (text) => void notes.write(`${interactive ? ERASE_LINE : ''}${text}\n`),
  };
}

/** Cuts a text to that many columns: a line that wraps cannot be drawn over. */
function fit(text: string, columns: number): string {
  let width = 0;
  let fitting = '';
  for (const character of text) {
    width += displayWidth(character);
    if (width > columns) break;
    fitting += character;
  }
  return fitting;
}

interface Counting {
  readonly label: string;
  readonly total: number | undefined;
}

function showProgress(
  line: StatusLine,
  now: () => number,
  { label, total: firstTotal }: Counting,
): ProgressDisplay {
  const started = now();
  const interval = line.interactive ? REDRAW_MS : PLAIN_LINE_EVERY_MS;
  let done = 0;
  let total = firstTotal;
  let shown = started;
  const text = () => progressLine({ label, done, total, elapsedMs: now() - started });
  return {
    update(newDone, newTotal = total) {
      done = newDone;
      total = newTotal;
      if (now() - shown < interval) return;
      shown = now();
      if (line.interactive) line.redraw(text());
      else line.leave(text());
    },
    finish: (summary) => line.leave(summary ?? text()),
  };
}

interface NamedWork<T> {
  readonly label: string;
  readonly work: (say: (detail: string) => void) => Promise<T>;
}

async function showStep<T>(line: StatusLine, now: () => number, { label, work }: NamedWork<T>): Promise<T> {
  const started = now();
  const took = () => formatDuration(now() - started);
  let detail = '';
  line.redraw(`  ${label} …`);
  try {
    const result = await work((text) => {
      detail = text;
      line.redraw(`  ${label} … ${text}`);
    });
    line.leave(`✓ ${label}  ${took()}${detail && `  ${detail}`}`);
    return result;
  } catch (error) {
    line.leave(`✗ ${label}  ${took()}`);
    throw error;
  }
}
