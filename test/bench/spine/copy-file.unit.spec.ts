import { describe, expect, it } from '@jest/globals';
import { binaryCopyFile } from './copy-file.js';

describe('a binary COPY file', () => {
  it('has a header, one tuple a row and a trailer', () => {
    const file = binaryCopyFile([
      { id: '0190a1b2-c3d4-7000-8000-000000000001', payload: Buffer.from([1, 2, 3]) },
    ]);
    expect(file.subarray(0, 11).toString('latin1')).toBe('PGCOPY\n\xff\r\n\0');
    expect(file.subarray(19).toString('hex')).toBe(
      '0002' + '00000010' + '0190a1b2c3d470008000000000000001' + '00000003' + '010203' + 'ffff',
    );
  });
});
