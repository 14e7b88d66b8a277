import { describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '@minhai/events';
import { FACTS } from '../facts/catalogue.generated.js';
import { factDisclosure } from './fact-disclosure.js';

describe('factDisclosure', () => {
  it('tells facts about places and organisations from facts about persons, by what they read', () => {
    const impersonal = [...factDisclosure(FACTS, loadCatalogue()).impersonal];
    expect(impersonal).toEqual(
      expect.arrayContaining(['eldercare.bed-capacity', 'socialorg.registration', 'reference.divisions']),
    );
    const personal = ['assistance.benefit', 'assistance.medical-relief', 'marriage.registrations'];
    expect(FACTS.map(({ name }) => name)).toEqual(expect.arrayContaining(personal));
    expect(impersonal.filter((name) => personal.includes(name))).toEqual([]);
  });

  it('given a fact that reads a type nobody knows, then its entities are taken for persons', () => {
    const [fact] = FACTS;
    const reads = { 'cn.gov.mca.unknown.thing.done': () => [] };
    expect(factDisclosure([{ ...fact, reads }], loadCatalogue()).open).toEqual(new Set());
  });
});
