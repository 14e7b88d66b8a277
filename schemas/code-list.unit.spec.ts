import { describe, expect, it } from '@jest/globals';
import { codeAt, codeLists } from './code-list.js';

describe('code lists', () => {
  it('carry titles in both languages', () => {
    const untitled = codeLists().flatMap(({ codes }) => codes.filter(({ zh, en }) => !zh || !en));
    expect(untitled).toEqual([]);
    expect(codeAt('bed-type', 'NURSING', '2020-01-01')).toMatchObject({ zh: '护理型床位', en: 'Nursing' });
  });

  it('given a code that is not in the list, then there is no entry', () => {
    expect(codeAt('bed-type', 'WATER', '2020-01-01')).toBeUndefined();
  });
});
