import { describe, expect, it } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import { cellText, comparable, identifierText, isBlank } from './cell-text.js';
import { decodeText } from './decode-text.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { SHEET_LIMITS, SpreadsheetError } from './sheet.js';
import { packZip, unpackZip } from './zip.js';

/** “民政,床位” in GB18030. */
const GB18030 = Buffer.from([0xc3, 0xf1, 0xd5, 0xfe, 0x2c, 0xb4, 0xb2, 0xce, 0xbb]);
const everything = () => true;

describe('the text of a cell', () => {
  it.each([
    ['  示例\u3000', '示例'],
    ['\u00a0a b\u200b', 'a b'],
    [12, '12'],
    [0.1 + 0.2, '0.3'],
    [null, ''],
    [true, 'TRUE'],
    [new Date('2020-03-01T00:00:00Z'), '2020-03-01'],
    [new Date('2020-03-01T10:20:33Z'), '2020-03-01 10:20:33'],
  ])('%p is %p', (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });

  it('is blank when nothing but white space is there', () => {
    expect(isBlank('\u3000 \t')).toBe(true);
    expect(isBlank(0)).toBe(false);
  });
});

describe('an identifier', () => {
  it.each([
    ['５２３１０１０５００００００１９７', '52310105000000197'],
    [' EC－CN — 01 ', 'EC-CN-01'],
    [20200301, '20200301'],
  ])('%p is %p', (cell, text) => {
    expect(identifierText(cell)).toBe(text);
  });

  it('that became an inexact number is none any more', () => {
    expect(identifierText(Number('523101050000000197'))).toBeUndefined();
  });

  it('compares without white space and width', () => {
    expect(comparable('机构 名称（全称）')).toBe(comparable('机构名称(全称)'));
  });
});

describe('the encoding of a file', () => {
  it('is UTF-8 when it can be, with or without a byte-order mark', () => {
    expect(decodeText(Buffer.from('民政,床位'))).toEqual({ text: '民政,床位', encoding: 'utf-8' });
    expect(decodeText(Buffer.from('\ufeff民政')).text).toBe('民政');
  });

  it('is GB18030 otherwise', () => {
    expect(decodeText(GB18030)).toEqual({ text: '民政,床位', encoding: 'gb18030' });
    expect(decodeText(Buffer.from('\ufeff名', 'utf16le'))).toEqual({ text: '名', encoding: 'utf-16le' });
  });

  it('is what the mapping says, or the file is refused', () => {
    expect(() => decodeText(GB18030, 'utf-8')).toThrow(SpreadsheetError);
    expect(() => decodeText(Buffer.from([0xc3, 0xf1, 0xff]))).toThrow(/CSV UTF-8/);
    expect(() => decodeText(Buffer.from('a\u0000b'))).toThrow(/NUL/);
  });
});

describe('a CSV file', () => {
  const cells = (text: string, delimiter = ',') =>
    readCsv(Buffer.from(text), { encoding: 'auto', delimiter }).rows.map((row) => row.cells);

  it('keeps line breaks in quotes, short rows and empty ones', () => {
    expect(cells('表\r\n\r\na,"b\n""c"""\r\nd,,\r\n')).toEqual([
      ['表'],
      [null],
      ['a', 'b\n"c"'],
      ['d', null, null],
    ]);
  });

  it.each([';', '\t'])('may be delimited by %p', (delimiter) => {
    expect(cells(`a${delimiter}b`, delimiter)).toEqual([['a', 'b']]);
  });

  it('with a quotation mark astray is refused without quoting its text', () => {
    expect(() => cells('a,b\n"张三"李,4')).toThrow(/CSV_/);
    expect(() => cells('a,b\n"张三"李,4')).not.toThrow(/张/);
  });

  it('larger than the limits is refused', () => {
    expect(() => cells(','.repeat(SHEET_LIMITS.columns))).toThrow(/column/);
    expect(() => cells('\n'.repeat(SHEET_LIMITS.rows + 1))).toThrow(/row/);
  });
});

describe('an archive', () => {
  const parts = [
    { path: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') },
    { path: '图.png', bytes: Buffer.from([1, 2, 3]) },
  ];

  it('comes back as it was packed, the wanted parts of it', () => {
    expect(unpackZip(packZip(parts), everything)).toEqual(parts);
    expect(unpackZip(packZip(parts), (path) => path.endsWith('.xml'))).toEqual([parts[0]]);
  });

  it('that is cut or none at all is refused', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('hello'), packZip(parts).subarray(0, -30)])
      expect(() => unpackZip(bytes, everything)).toThrow(SpreadsheetError);
  });

  it('that inflates beyond the limit is refused, whatever size it claims', () => {
    const bomb = packZip([
      { path: 'a.xml', bytes: deflateRawSync(Buffer.alloc(SHEET_LIMITS.unpackedBytes + 1)) },
    ]);
    const directory = bomb.readUInt32LE(bomb.length - 6);
    bomb.writeUInt16LE(8, directory + 10);
    expect(() => unpackZip(bomb, everything)).toThrow(/MiB/);
  });
});

describe('a workbook', () => {
  it('with a single cell far out is refused before it is laid out', async () => {
    const sheet = (place: string) =>
      packZip([
        {
          path: 'xl/worksheets/sheet1.xml',
          bytes: Buffer.from(`<row r="1"><c r="${place}"><v>1</v></c></row>`),
        },
      ]);
    await expect(readXlsx(sheet('XFD1'), undefined)).rejects.toThrow(/column 16384/);
    await expect(readXlsx(sheet('A1048576'), undefined)).rejects.toThrow(/row 1048576/);
  });
});
