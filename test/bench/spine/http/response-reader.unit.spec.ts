import { describe, expect, it } from '@jest/globals';
import { ResponseReader } from './response-reader.js';

const answer = (status: number, body: string): string =>
  `HTTP/1.1 ${status} X\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

describe('answers on a keep-alive connection', () => {
  it('are read wherever the bytes are cut', () => {
    const bytes = Buffer.from(answer(202, '{"accepted":1}') + answer(400, ''));
    for (let cut = 0; cut <= bytes.length; cut++) {
      const reader = new ResponseReader();
      expect([...reader.push(bytes.subarray(0, cut)), ...reader.push(bytes.subarray(cut))]).toEqual([
        202, 400,
      ]);
    }
  });

  it('must say how long they are', () => {
    expect(() => new ResponseReader().push(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'))).toThrow('content-length');
  });
});
