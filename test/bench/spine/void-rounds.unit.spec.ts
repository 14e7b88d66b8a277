import { describe, expect, it } from '@jest/globals';
import { withoutVoid } from './void-rounds.js';

describe('void rounds', () => {
  it('leaves out rounds in which the yardstick moved', () => {
    expect(withoutVoid([{ drift: 0.1 }, { drift: 0.3 }])).toEqual({
      valid: [{ drift: 0.1 }],
      note: '1 rounds void, the yardstick moved by 10 %, 30 %',
    });
    expect(withoutVoid([{ drift: 0.1 }]).note).toBeUndefined();
  });

  it('says so when nothing is left', () => {
    expect(withoutVoid([{ drift: 0.5 }])).toEqual({
      valid: [{ drift: 0.5 }],
      note: 'VOID: the yardstick moved by 50 %',
    });
  });
});
