import { describe, expect, it } from '@jest/globals';
import { SourceRule, isSourcePattern } from './source-rule.js';

describe('isSourcePattern', () => {
  it.each(['urn:mca:310105:eldercare', 'urn:mca:310105:*', 'urn:mca:310105:elder*', 'urn:mca:*'])(
    'takes %s',
    (pattern) => {
      expect(isSourcePattern(pattern)).toBe(true);
    },
  );

  it.each([
    '',
    '*',
    'urn:*',
    'urn:mca:310105',
    'urn:mca:310105:',
    'urn:mca:310105:a*b',
    'urn:mca:010105:x',
    'urn:mca:310105:X',
    'urn:mca:3101*',
    ' urn:mca:*',
  ])('refuses %j', (pattern) => {
    expect(isSourcePattern(pattern)).toBe(false);
  });
});

describe('SourceRule', () => {
  const rule = new SourceRule(['urn:mca:310105:eldercare', 'urn:mca:310118:*']);

  it.each(['urn:mca:310105:eldercare', 'urn:mca:310118:marriage', 'urn:mca:310118:x'])(
    'allows %s',
    (source) => {
      expect(rule.allows(source)).toBe(true);
    },
  );

  it.each([
    'urn:mca:310105:eldercare2',
    'urn:mca:310105:marriage',
    'urn:mca:310117:marriage',
    'urn:mca:310118',
    '',
  ])('does not allow %j', (source) => {
    expect(rule.allows(source)).toBe(false);
  });

  it('allows nothing when bound to nothing', () => {
    expect(new SourceRule([]).allows('urn:mca:310105:eldercare')).toBe(false);
  });
});
