import { describe, expect, it } from '@jest/globals';
import {
  CODES,
  CrashError,
  isCode,
  policyOf,
  RefusedError,
  RejectedEventError,
  RetryableError,
} from './index.js';

describe('errors', () => {
  it('carry the policy of their class; whatever is not ours is a bug and ends the process', () => {
    expect(policyOf(new RetryableError('UNAVAILABLE'))).toBe('retry');
    expect(policyOf(new RejectedEventError('RULE', '/data/delta'))).toBe('quarantine');
    expect(policyOf(new RefusedError(403, 'FORBIDDEN'))).toBe('refuse');
    expect(policyOf(new CrashError('HANDLER_ERROR'))).toBe('crash');
    expect(policyOf(new TypeError('x is undefined'))).toBe('crash');
    expect(policyOf('thrown text')).toBe('crash');
  });

  it('say in both languages what to do', () => {
    for (const advice of Object.values(CODES)) {
      expect(advice.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(advice.en.length).toBeGreaterThan(5);
    }
  });

  it('know their codes and no inherited names', () => {
    expect(isCode('ID_CONFLICT')).toBe(true);
    expect(isCode('toString')).toBe(false);
  });

  it('keep the cause', () => {
    const cause = new Error('ECONNRESET');
    expect(new RetryableError('UNAVAILABLE', undefined, { cause }).cause).toBe(cause);
  });
});
