import { isCode } from '@minhai/errors';
import { mutations, type Mutation, type Random, type SampleEvent } from '@minhai/samples';
import type { TestInstance } from '../../e2e/support/instance.js';
import { isUnanswered } from '../../e2e/support/load.js';
import { parts } from './event-source.js';
import type { Hostile } from './fuzz-plan.js';

const LINES_OF_A_REQUEST = 500;
const REQUESTS_AT_ONCE = 8;
const LINE_FEED = 0x0a;
const ATTEMPTS = 3;
/** One of so many mutations is a request of its own; the others are lines of a stream. */
const SINGLE_EVERY = 10;

interface Tally {
  sent: number;
  readonly refused: Record<string, number>;
  readonly slipped: string[];
  readonly foreign: Set<string>;
}

interface Answer {
  readonly code?: string;
  readonly refused?: readonly { readonly line: number; readonly code: string }[];
}

/** Sends `count` malformed and hostile bodies and lines. */
export async function sendHostileBodies(
  instance: TestInstance,
  { source, random, count, say }: HostileInput,
): Promise<Hostile> {
  const tally: Tally = { sent: 0, refused: {}, slipped: [], foreign: new Set() };
  while (tally.sent < count) {
    const found = mutations(source.next().value as SampleEvent, random).slice(0, count - tally.sent);
    const lines = found.filter(({ bytes }, i) => i % SINGLE_EVERY !== 0 && isOneLine(bytes));
    const singles = found.filter((mutation) => !lines.includes(mutation));
    for (const part of parts(lines, LINES_OF_A_REQUEST)) await sendLines(instance, part, tally);
    for (const part of parts(singles, REQUESTS_AT_ONCE))
      await Promise.all(part.map((mutation) => sendSingle(instance, mutation, tally)));
    tally.sent += found.length;
    say(tally.sent);
  }
  return { ...tally, foreign: [...tally.foreign] };
}

export interface HostileInput {
  readonly source: Iterator<SampleEvent>;
  readonly random: Random;
  readonly count: number;
  readonly say: (sent: number) => void;
}

/** A line feed would cut it in two, and a blank line is none. */
const isOneLine = (bytes: Buffer): boolean =>
  !bytes.includes(LINE_FEED) && bytes.toString('latin1').trim().length > 0;

async function post(
  { gatewayUrl, token }: TestInstance,
  contentType: string,
  body: Buffer,
): Promise<{ status: number; answer: Answer }> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${gatewayUrl}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': contentType, authorization: `Bearer ${token}` },
      body: new Uint8Array(body),
    }).catch((error: unknown) => {
      // An idle connection may close in the moment it is used again; a gateway that keeps closing them is a failure.
      if (attempt < ATTEMPTS && isUnanswered(error)) return undefined;
      throw error;
    });
    if (!response) continue;
    const answer = (await response.json()) as Answer;
    if (response.status !== 429) return { status: response.status, answer };
  }
}

async function sendSingle(instance: TestInstance, { name, bytes }: Mutation, tally: Tally): Promise<void> {
  const { status, answer } = await post(instance, 'application/cloudevents+json', bytes);
  if (status >= 200 && status < 300) tally.slipped.push(name);
  else count(tally, answer.code ?? `HTTP ${status}`);
}

async function sendLines(instance: TestInstance, part: readonly Mutation[], tally: Tally): Promise<void> {
  if (part.length === 0) return;
  const body = Buffer.concat(part.flatMap(({ bytes }) => [bytes, Buffer.from('\n')]));
  const { answer } = await post(instance, 'application/x-ndjson', body);
  const refused = new Map(answer.refused?.map(({ line, code }) => [line, code]));
  part.forEach(({ name }, i) => {
    const code = refused.get(i + 1);
    if (code === undefined) tally.slipped.push(name);
    else count(tally, code);
  });
}

function count(tally: Tally, code: string): void {
  tally.refused[code] = (tally.refused[code] ?? 0) + 1;
  if (!isCode(code)) tally.foreign.add(code);
}
