import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bedChanged, startGatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.spec.js';

const MIB = 1024 * 1024;
const LINES = 12;
const BYTES = 3 * MIB;

let gateway: GatewayUnderTest;
let token: string;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({ NDJSON_LINES: String(LINES), NDJSON_BYTES: String(BYTES) });
  token = await gateway.token('urn:mca:*');
});
afterAll(() => gateway.stop());

/** Status, code and what was accepted. */
async function publish(body: string): Promise<string> {
  const response = await fetch(`${gateway.url}/v1/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` },
    body,
  });
  const { code, accepted, refused } = (await response.json()) as {
    code?: string;
    accepted: number;
    refused: { line: number; code: string }[];
  };
  const lines = refused.map((one) => ` ${one.code} in line ${one.line}`).join('');
  return `${response.status} ${code ?? 'taken'}: ${accepted}${lines}`;
}

const event = (bytes = 0): string => JSON.stringify(bedChanged()).padEnd(bytes);
const around = (limit: number): number[] => [limit - 1, limit, limit + 1];

describe('limits of an NDJSON stream, one below, at and one above', () => {
  it('bytes of a line', async () => {
    const answers = [];
    for (const bytes of around(MIB)) answers.push(await publish(`${event(bytes)}\n${event()}`));
    expect(answers).toEqual(['202 taken: 2', '202 taken: 2', '202 taken: 1 SIZE in line 1']);
  });

  it('lines', async () => {
    const answers = [];
    for (const lines of around(LINES))
      answers.push(await publish(Array.from({ length: lines }, () => event()).join('\n')));
    expect(answers).toEqual(['202 taken: 11', '202 taken: 12', '413 SIZE: 12']);
  });

  it('bytes of the whole; what came before is safe and said so', async () => {
    const answers = [];
    for (const bytes of around(BYTES))
      answers.push(await publish(`${event(MIB - 1)}\n${event(MIB - 1)}\n${event(bytes - 2 * MIB)}`));
    expect(answers.slice(0, 2)).toEqual(['202 taken: 3', '202 taken: 3']);
    expect(answers[2]).toMatch(/^413 SIZE: [0-3]$/);
  });
});
