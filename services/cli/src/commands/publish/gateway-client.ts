import { setTimeout as sleep } from 'node:timers/promises';
import type { PublishAnswer, Receipt } from '@minhai/gateway';
import { CommandError } from '../command.js';
import { reasonOf } from '../http-json.js';

export type LookedUpReceipt = Receipt | { readonly id: string; readonly status: 'pending' };

export interface GatewayAccess {
  readonly url: string;
  readonly token: string;
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** How long a gateway that does not take anything is waited for. */
const PATIENCE_MS = 120_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const REQUEST_TIMEOUT_MS = 120_000;
const TRY_AGAIN: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/**
 * The gateway's HTTP interface with patience: refused connections, 429 and 503 are tried again, which is harmless
 * because an event that arrives twice is recognised by its id.
 */
export class GatewayClient {
  constructor(
    private readonly access: GatewayAccess,
    private readonly patienceMs = PATIENCE_MS,
    /** Told once a request when it has to be made again. */
    private readonly waiting: (remark: string) => void = () => undefined,
  ) {}

  /** NDJSON in; what was accepted and refused out, also when nothing was accepted. */
  async publishLines(lines: readonly Buffer[]): Promise<PublishAnswer> {
    const body = Buffer.concat(lines.flatMap((line) => [line, LINE_FEED]));
    const response = await this.request('/v1/events', 'application/x-ndjson', body);
    const answer = (await response.json()) as PublishAnswer & Problem;
    if (response.status === 202 || (response.status === 400 && answer.refused !== undefined)) return answer;
    throw refusal(answer);
  }

  /** In the order of the ids; any number of them. */
  async lookUp(ids: readonly string[]): Promise<LookedUpReceipt[]> {
    const receipts: LookedUpReceipt[] = [];
    for (let at = 0; at < ids.length; at += 1000) {
      const body = Buffer.from(JSON.stringify({ ids: ids.slice(at, at + 1000) }));
      const response = await this.request('/v1/receipts/lookup', 'application/json', body);
      const answer = (await response.json()) as { receipts: LookedUpReceipt[] } & Problem;
      if (response.status !== 200) throw refusal(answer);
      receipts.push(...answer.receipts);
    }
    return receipts;
  }

  /** Undefined when there is none. */
  async findReceipt(id: string): Promise<Receipt | undefined> {
    const response = await this.request(`/v1/receipts/${encodeURIComponent(id)}`);
    const answer = (await response.json()) as Receipt & Problem;
    if (response.status === 404) return undefined;
    if (response.status !== 200) throw refusal(answer);
    return answer;
  }

  /** Any answer to GET that is no refusal. */
  async get(path: string): Promise<Response> {
    const response = await this.request(path);
    if (response.ok) return response;
    throw refusal((await response.json()) as Problem);
  }

  private async request(path: string, contentType?: string, body?: Buffer): Promise<Response> {
    const deadline = Date.now() + this.patienceMs;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const outcome = await this.attempt(path, contentType, body);
      const isFinal = outcome instanceof Response && !TRY_AGAIN.has(outcome.status);
      if (isFinal) return outcome;
      if (Date.now() + pause > deadline) throw unreachable(this.access.url, outcome);
      if (pause === FIRST_PAUSE_MS)
        this.waiting(`the gateway ${stateOf(outcome)}; trying again for ${this.patienceMs / 1000} s`);
      const asked = outcome instanceof Response ? Number(outcome.headers.get('retry-after') ?? 0) * 1000 : 0;
      if (outcome instanceof Response) await outcome.arrayBuffer();
      await sleep(Math.max(pause, Math.min(asked, LONGEST_PAUSE_MS)));
    }
  }

  private async attempt(path: string, contentType?: string, body?: Buffer): Promise<Response | Error> {
    try {
      return await fetch(this.access.url + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${this.access.token}`,
          ...(contentType !== undefined && { 'content-type': contentType }),
        },
        body: body as Uint8Array<ArrayBuffer> | undefined,
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      });
    } catch (error) {
      return error as Error;
    }
  }
}

const LINE_FEED = Buffer.from('\n');

const refusal = ({ status, code, detail }: Problem): CommandError =>
  new CommandError(`the gateway refuses: ${status} ${code}: ${detail}`);

function unreachable(url: string, outcome: Response | Error): CommandError {
  return new CommandError(`the gateway at ${url} ${stateOf(outcome)}. Is it running? npx minhai status`);
}

const stateOf = (outcome: Response | Error): string =>
  outcome instanceof Response ? `answers ${outcome.status}` : `does not answer (${reasonOf(outcome)})`;
