import { describe, expect, it } from '@jest/globals';
import { RejectedEventError, RetryableError } from '@minhai/errors';
import { loadCatalogue, sensitiveFieldNames } from '@minhai/events';
import { createLogger } from './logger.js';

const SENTINEL = 'sentinel-value';
// A sample of GB 11643, the standard's own.
const CITIZEN = '11010519491231002X';

const names = sensitiveFieldNames(loadCatalogue());
const payload = Object.fromEntries(names.map((name) => [name, SENTINEL]));
const event = {
  id: 'an-id',
  type: 'a-type',
  subject: SENTINEL,
  reason: SENTINEL,
  actor: SENTINEL,
  data: payload,
};

function logged(...args: [unknown, ...unknown[]]): string {
  const lines: string[] = [];
  const logger = createLogger('lake', 'trace', { write: (line) => void lines.push(line) });
  logger.warn(...(args as [object, string]));
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

const withCause = (cause: unknown): Error => new RetryableError('UNAVAILABLE', 'not now', { cause });

describe('what a log line never shows', () => {
  it.each<[string, [unknown, ...unknown[]]]>([
    ['an event', [{ event }, 'x']],
    ['an event as the line itself', [event, 'x']],
    ['a payload spread into the line', [{ ...payload }, 'x']],
    ['a payload deep inside', [{ a: { b: [{ c: { d: payload } }] } }, 'x']],
    ['a map of payloads', [{ held: new Map([['k', payload]]), seen: new Set([payload]) }, 'x']],
    ['columns of a row', [{ row: { party_a: SENTINEL, cert_word_no: SENTINEL } }, 'x']],
    ['headers of a record', [{ headers: { ce_subject: SENTINEL, ce_actor: SENTINEL } }, 'x']],
    ['raw bytes', [{ value: Buffer.from(SENTINEL), key: new Uint8Array(Buffer.from(SENTINEL)) }, 'x']],
    ['an error with a cause that holds an event', [{ err: withCause({ event }) }, 'x']],
    ['an error that is an event’s', [Object.assign(withCause(event), { event, detail: SENTINEL }), 'x']],
    [
      'a refused event with the encoder’s words',
      [
        {
          err: new RejectedEventError('FIELD_TYPE', '/data', undefined, {
            cause: new Error(`invalid "string": ${SENTINEL}`),
          }),
        },
        'x',
      ],
    ],
    ['a parser’s quotation', [{ err: failureOf(() => JSON.parse(SENTINEL)) }, 'x']],
    [
      'an SQL data exception',
      [
        {
          err: Object.assign(new Error(`invalid input syntax: "${SENTINEL}"`), {
            code: '22P02',
            where: SENTINEL,
          }),
        },
        'x',
      ],
    ],
    ['a bare error', [Object.assign(new Error(`value ${SENTINEL}`), { code: '23514', detail: SENTINEL })]],
    ['several errors at once', [{ err: new AggregateError([withCause(event)], 'both') }, 'x']],
    ['an event as an argument of the text', ['%j', event]],
  ])('%s', (_, args) => {
    expect(logged(...args)).not.toContain(SENTINEL);
  });

  it('a citizen’s number, wherever it stands', () => {
    const lines = [
      logged({ note: `of ${CITIZEN}` }, `about ${CITIZEN}`),
      logged(new Error(`unknown ${CITIZEN}`)),
      logged({ [CITIZEN]: 1 }, 'x'),
    ];
    expect(lines.join('')).not.toContain(CITIZEN);
  });
});

describe('what a log line still shows', () => {
  it('codes, places, causes and frames of an error', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED'), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
    });
    expect(
      JSON.parse(logged({ err: withCause(cause), domain: 'eldercare', count: 3, at: new Date(0) }, 'waits')),
    ).toMatchObject({
      err: {
        type: 'RetryableError',
        message: 'not now',
        code: 'UNAVAILABLE',
        stack: expect.stringContaining('    at '),
        cause: { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', syscall: 'connect' },
      },
      domain: 'eldercare',
      count: 3,
      at: '1970-01-01T00:00:00.000Z',
      msg: 'waits',
    });
  });

  it('a line of something that contains itself, or goes very deep', () => {
    const self: Record<string, unknown> = { n: 1 };
    self['self'] = self;
    let deep: object = {};
    for (let i = 0; i < 100; i++) deep = { deep };
    expect(JSON.parse(logged({ self, deep }, 'x'))).toMatchObject({
      self: { n: 1, self: '(circular)' },
      msg: 'x',
    });
  });
});

function failureOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
