import { setTimeout as sleep } from 'node:timers/promises';

export interface LoadOptions {
  /** Requests go to these in turn. */
  readonly gatewayUrls: readonly string[];
  readonly token: string;
  readonly linesPerRequest?: number;
  /** Called after each acknowledged request with the share done, 0..1; faults are injected here. */
  readonly afterRequest?: (done: number) => void | Promise<void>;
  readonly giveUpAfterMs?: number;
}

export interface Refusal {
  readonly line: number;
  readonly id: string | null;
  readonly code: string;
}

/** The sender's own book, the oracle of every fault test. */
export interface Sent {
  /** Ids of lines whose request was acknowledged and that were not refused. */
  readonly acknowledged: readonly string[];
  readonly refused: readonly Refusal[];
  /** Requests that had to be repeated because nobody acknowledged them. */
  readonly repeats: number;
}

interface Answer {
  readonly accepted: number;
  readonly refused: readonly Refusal[];
}

/** Publishes NDJSON in requests of some hundred lines, each repeated until it is answered 202 or refused whole. */
export async function loadInto(options: LoadOptions, lines: readonly string[]): Promise<Sent> {
  const size = options.linesPerRequest ?? 500;
  const acknowledged: string[] = [];
  const refused: Refusal[] = [];
  let repeats = 0;
  for (let from = 0, request = 0; from < lines.length; from += size, request++) {
    const part = lines.slice(from, from + size);
    const { answer, attempts } = await untilAnswered(options, part, request);
    repeats += attempts - 1;
    const refusedHere = new Set(answer.refused.map(({ line }) => line));
    refused.push(...answer.refused.map((one) => ({ ...one, line: one.line + from })));
    part.forEach((line, i) => {
      if (!refusedHere.has(i + 1)) acknowledged.push((JSON.parse(line) as { id: string }).id);
    });
    await options.afterRequest?.(Math.min(1, (from + size) / lines.length));
  }
  return { acknowledged, refused, repeats };
}

async function untilAnswered(
  options: LoadOptions,
  lines: readonly string[],
  request: number,
): Promise<{ answer: Answer; attempts: number }> {
  const deadline = performance.now() + (options.giveUpAfterMs ?? 90_000);
  for (let attempts = 1; ; attempts++) {
    const url = options.gatewayUrls[(request + attempts - 1) % options.gatewayUrls.length]!;
    const answer = await attempt(url, options.token, lines);
    if (answer) return { answer, attempts };
    if (performance.now() > deadline) throw new Error(`no acknowledgement after ${attempts} attempts`);
    await sleep(250);
  }
}

/** By name: in Jest the errors of fetch belong to another realm than the spec. */
export const isUnanswered = (error: unknown): boolean =>
  ['TypeError', 'TimeoutError'].includes((error as Error).name);

/** undefined: nobody acknowledged; the request may be sent again. */
async function attempt(url: string, token: string, lines: readonly string[]): Promise<Answer | undefined> {
  let response: Response;
  try {
    response = await fetch(`${url}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` },
      body: `${lines.join('\n')}\n`,
      signal: AbortSignal.timeout(60_000),
    });
  } catch (error) {
    if (isUnanswered(error)) return undefined;
    throw error;
  }
  const body = (await response.json().catch(() => ({}))) as Answer;
  if (response.status === 202 || (response.status === 400 && Array.isArray(body.refused))) return body;
  if (response.status === 503 || response.status === 429) return undefined;
  throw new Error(`gateway answered ${response.status}: ${JSON.stringify(body).slice(0, 500)}`);
}
