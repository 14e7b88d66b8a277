import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { dayOf, startOfDay } from '@minhai/domain';
import { loadCatalogue } from '@minhai/events';
import { eventStream, seededRandom, shortName, type GenerateOptions } from '@minhai/samples';
import type { Terminal } from '../../terminal/terminal.js';
import { CommandError, type CommandContext } from '../command.js';
import { requireType } from './require-type.js';

export interface SampleOptions {
  readonly count?: number;
  readonly seed?: string;
  readonly region?: string;
  readonly source?: string;
  readonly ndjson?: boolean;
  readonly list?: boolean;
}

const LINES_PER_WRITE = 500;

export async function sample(
  name: string | undefined,
  options: SampleOptions,
  { terminal }: CommandContext,
): Promise<void> {
  if (options.list) return listTypes(terminal);
  if (name === undefined) throw new CommandError('name a type; npx minhai sample --list lists them');
  const type = requireType(name, loadCatalogue());
  const count = options.count ?? 1;
  const events = openStream(type, { ...options, ...chance(options.seed, Date.now()) });
  const isPretty = count === 1 && !options.ndjson && process.stdout.isTTY === true;
  if (isPretty) return terminal.json(events.next().value);
  await writeLines(events, count);
}

/** A seed repeats the whole output, ids included, as long as the day lasts; without one every call is another. */
export const chance = (seed: string | undefined, now: number): Pick<GenerateOptions, 'random' | 'now'> =>
  seed === undefined
    ? { random: seededRandom(`${now}:${randomInt(2 ** 47)}`), now }
    : { random: seededRandom(seed), now: startOfDay(dayOf(now)) };

/** Throws CommandError when the type has no valid sample that could happen in the region. */
function openStream(type: string, options: GenerateOptions): Iterator<object, never> {
  const events = eventStream(type, options);
  try {
    const first = events.next().value;
    let isFirst = true;
    return {
      next: () => {
        if (!isFirst) return events.next();
        isFirst = false;
        return { done: false, value: first };
      },
    };
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(error.message);
    throw error;
  }
}

async function writeLines(events: Iterator<object, never>, count: number): Promise<void> {
  for (let written = 0; written < count;) {
    const lines: string[] = [];
    for (; lines.length < LINES_PER_WRITE && written < count; written++)
      lines.push(`${JSON.stringify(events.next().value)}\n`);
    if (!process.stdout.write(lines.join(''))) await once(process.stdout, 'drain');
  }
}

function listTypes(terminal: Terminal): void {
  terminal.table(
    [{ title: 'type' }, { title: '名称' }, { title: 'meaning' }],
    loadCatalogue()
      .all()
      .map(({ type, titles }) => [shortName(type), titles.zh, titles.en]),
  );
}
