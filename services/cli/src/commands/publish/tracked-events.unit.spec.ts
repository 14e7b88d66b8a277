import { describe, expect, it } from '@jest/globals';
import type { ReceiptEntry } from '@minhai/gateway';
import type { LookedUpReceipt } from './gateway-client.js';
import { TrackedEvents } from './tracked-events.js';

const entry = (status: ReceiptEntry['status'], code: string | null = null): ReceiptEntry => ({
  status,
  code,
  pointer: null,
  message: null,
  domain: 'eldercare',
  partition: 0,
  position: null,
  receivedAt: '2021-01-01T00:00:00+08:00',
});

const receipt = (id: string, ...history: ReceiptEntry[]): LookedUpReceipt =>
  history.length === 0 ? { id, status: 'pending' } : { id, ...history[0]!, history };

const sentOnce = (before: LookedUpReceipt, copies = 1): TrackedEvents => {
  const events = new TrackedEvents();
  events.begin(before, 7);
  for (let copy = 0; copy < copies; copy++) events.sent(before.id);
  return events;
};

describe('TrackedEvents', () => {
  it('waits while there is no receipt', () => {
    const events = sentOnce(receipt('a'));
    events.settle(receipt('a'));
    expect(events.pending).toEqual(['a']);
  });

  it('does not take a receipt of earlier days for its own', () => {
    const events = sentOnce(receipt('a', entry('accepted')));
    events.settle(receipt('a', entry('accepted')));
    expect(events.pendingCount).toBe(1);
    events.settle(receipt('a', entry('accepted'), entry('duplicate')));
    expect(events.pendingCount).toBe(0);
    expect(events.count).toEqual({ accepted: 0, duplicate: 1, held: [] });
  });

  it('waits for every copy of an event that stands twice in the file', () => {
    const events = sentOnce(receipt('a'), 2);
    events.settle(receipt('a', entry('accepted')));
    expect(events.pendingCount).toBe(2);
    events.settle(receipt('a', entry('accepted'), entry('duplicate')));
    expect(events.count).toEqual({ accepted: 1, duplicate: 1, held: [] });
  });

  it('counts an event once that was sent again after a lost answer', () => {
    const events = sentOnce(receipt('a'));
    events.settle(receipt('a', entry('accepted'), entry('duplicate')));
    expect(events.count).toEqual({ accepted: 1, duplicate: 0, held: [] });
  });

  it.each(['quarantined', 'conflict'] as const)('names the line of an event that is %s', (status) => {
    const events = sentOnce(receipt('a'));
    events.settle(receipt('a', entry(status, 'REGION')));
    expect(events.count.held).toEqual([{ line: 7, id: 'a', code: 'REGION', pointer: null, message: null }]);
  });

  it('forgets what was refused', () => {
    const events = new TrackedEvents();
    events.begin(receipt('a'), 1);
    events.dropUnsent();
    expect(events.pending).toEqual([]);
  });

  it('asks for each unknown id once', () => {
    const events = sentOnce(receipt('a'));
    expect(events.unknown(['a', 'b', 'b'])).toEqual(['b']);
  });
});
