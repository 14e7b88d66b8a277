import { describe, expect, it } from '@jest/globals';
import type { Credential } from './credential.service.js';
import { Publishers } from './publisher.js';
import { hashToken } from '@minhai/nest/bearer-token';
import { bearerToken, tokenOf } from './token.js';

const TOKEN = tokenOf(Buffer.alloc(32, 1));
const OTHER = tokenOf(Buffer.alloc(32, 2));

const credential = (id: string): Credential => ({
  id,
  name: id,
  sources: ['urn:mca:310105:*'],
  rights: [],
  createdAt: 0,
  revokedAt: null,
});

const house = () => {
  const state = { now: 0, reads: 0, isDown: false, tokens: [TOKEN] };
  const active = {
    async findActive() {
      state.reads++;
      if (state.isDown) throw new Error('connection refused');
      return state.tokens.map((token) => ({ credential: credential(token), tokenHash: hashToken(token) }));
    },
  };
  return { state, publishers: new Publishers(active, () => state.now) };
};

describe('Publishers', () => {
  it('finds the publisher of a token, asking the database once', async () => {
    const { state, publishers } = house();
    const found = await Promise.all([publishers.find(TOKEN), publishers.find(TOKEN), publishers.find(TOKEN)]);
    expect(found.map((publisher) => publisher?.sources.allows('urn:mca:310105:eldercare'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(state.reads).toBe(1);
  });

  it('forgets a revoked one after five seconds', async () => {
    const { state, publishers } = house();
    await publishers.find(TOKEN);
    state.tokens = [];
    state.now = 5_000;
    expect(await publishers.find(TOKEN)).toMatchObject({ credentialId: TOKEN });
    state.now = 5_001;
    expect(await publishers.find(TOKEN)).toBeUndefined();
  });

  it('knows a new one after half a second, and does not ask for every guess', async () => {
    const { state, publishers } = house();
    await publishers.find(TOKEN);
    state.tokens = [TOKEN, OTHER];
    for (state.now = 0; state.now <= 500; state.now += 10)
      expect(await publishers.find(OTHER)).toBeUndefined();
    expect(state.reads).toBe(1);
    expect(await publishers.find(OTHER)).toMatchObject({ credentialId: OTHER });
  });

  it('serves what it knows while the database is away, for five minutes', async () => {
    const { state, publishers } = house();
    await publishers.find(TOKEN);
    state.isDown = true;
    state.now = 300_000;
    expect(await publishers.find(TOKEN)).toMatchObject({ credentialId: TOKEN });
    state.now = 300_500;
    await expect(publishers.find(TOKEN)).rejects.toMatchObject({ policy: 'retry', code: 'UNAVAILABLE' });
    state.isDown = false;
    expect(await publishers.find(TOKEN)).toMatchObject({ credentialId: TOKEN });
  });

  it('lets nobody wait for the same failing database again and again', async () => {
    const { state, publishers } = house();
    await publishers.find(TOKEN);
    state.isDown = true;
    state.now = 10_000;
    for (let request = 0; request < 50; request++) await publishers.find(TOKEN);
    expect(state.reads).toBe(2);
  });
});

describe('bearerToken', () => {
  it('takes a token in its form', () => {
    expect(bearerToken(`Bearer ${TOKEN}`)).toBe(TOKEN);
    expect(bearerToken(`bearer ${TOKEN}`)).toBe(TOKEN);
  });

  it.each([
    undefined,
    '',
    TOKEN,
    `Basic ${TOKEN}`,
    'Bearer mhk_short',
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN} x`,
  ])('refuses %j', (header) => {
    expect(bearerToken(header)).toBeUndefined();
  });
});
