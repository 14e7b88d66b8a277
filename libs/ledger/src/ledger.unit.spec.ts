import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { dayOf, isUuid, judgeUsci, looksLikeCitizenNumber } from '@minhai/domain';
import { ledgerEvents, ledgerLines, ledgerTraps } from './ledger.js';
import { grouped } from './oracle.fixture.js';
import type { LedgerEvent } from './posting/cloud-event.js';
import { DISTRICTS, type DistrictCode } from './reference/districts.js';

const DAY_MS = 86_400_000;
/** Changing the ledger on purpose? Then these change with it, and so does every load made before. */
const PINNED: Readonly<Record<DistrictCode, { deliveries: number; events: number; sha256: string }>> = {
  '310105': {
    deliveries: 19000,
    events: 18983,
    sha256: '14d550a1519f2b3754ce1248d32b3cd321ef7b05cfeac2d12e0a4f855604f7ef',
  },
  '310118': {
    deliveries: 21465,
    events: 21444,
    sha256: 'b97c611759556e6f4484d34e9aa299fcf76366ff622e610e272eb467247e4163',
  },
};

const recorded = (event: LedgerEvent): number => Date.parse(event.recordedtime);
const time = (event: LedgerEvent): number => Date.parse(event.time);

describe.each(Object.keys(DISTRICTS) as DistrictCode[])('ledger of %s', (district) => {
  const events = ledgerEvents(district);
  const distinct = [...new Map(events.map((event) => [event.id, event])).values()];
  const byId = new Map(distinct.map((event) => [event.id, event]));

  it('is the same bytes on every run and machine', () => {
    const text = ledgerLines(district);
    expect({
      deliveries: events.length,
      events: distinct.length,
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    }).toEqual(PINNED[district]);
    expect(text.split('\n').length).toBe(events.length + 1);
  });

  it('repeats an id only with identical bytes', () => {
    expect(events.filter((event) => JSON.stringify(event) !== JSON.stringify(byId.get(event.id)))).toEqual(
      [],
    );
    expect(distinct.every(({ id }) => isUuid(id))).toBe(true);
  });

  it('records what happened, afterwards and within 400 days', () => {
    const wrong = distinct
      .filter(
        ({ type, correctionof, voids }) => !correctionof && !voids && !type.startsWith('cn.gov.mca.ref.'),
      )
      .filter((event) => recorded(event) < time(event) || recorded(event) - time(event) > 400 * DAY_MS);
    expect(wrong).toEqual([]);
    expect(distinct.filter((event) => recorded(event) < time(event))).toEqual([]);
  });

  it('amends only what it has, from the same source, under the same subject, later', () => {
    const amendments = distinct.filter(({ correctionof, voids }) => correctionof ?? voids);
    for (const amendment of amendments) {
      const target = byId.get((amendment.correctionof ?? amendment.voids)!)!;
      expect([amendment.source, amendment.subject]).toEqual([target.source, target.subject]);
      expect(amendment.type).toBe(amendment.voids ? 'cn.gov.mca.record.voided' : target.type);
      expect(recorded(amendment)).toBeGreaterThan(recorded(target));
    }
    expect(amendments.length).toBeGreaterThan(12);
  });

  it('names nothing that could be real', () => {
    const streets = new Set(DISTRICTS[district].streets.map(({ code }) => code));
    const texts = (field: string) =>
      distinct
        .filter(({ type }) => !type.includes('.ref.'))
        .flatMap(({ data }) => (typeof data[field] === 'string' ? [data[field]] : []));
    expect(
      texts('usci').filter((usci) => judgeUsci(usci) !== 'valid' || usci.slice(8, 11) !== '000'),
    ).toEqual([]);
    expect(texts('name').filter((name) => !name.startsWith('示例'))).toEqual([]);
    expect(distinct.filter(({ streetid }) => streetid && !streets.has(streetid))).toEqual([]);
    expect(
      distinct
        .flatMap(({ data }) => Object.values(data))
        .filter((value) => looksLikeCitizenNumber(String(value))),
    ).toEqual([]);
  });

  it('lets `after` follow the stock of an institution and bed type, but for half a conversion', () => {
    const voided = new Set(distinct.flatMap(({ voids }) => voids ?? []));
    const superseded = new Set(
      distinct.filter(({ id }) => !voided.has(id)).flatMap(({ correctionof }) => correctionof ?? []),
    );
    const beds = distinct.filter(
      ({ id, type }) => type === 'cn.gov.mca.eldercare.bed.changed' && !voided.has(id) && !superseded.has(id),
    );
    const mismatches: string[] = [];
    for (const history of grouped(beds, ({ subject }) => subject).values()) {
      let stock = 0;
      for (const { id, data } of history.sort((a, b) => time(a) - time(b))) {
        const { delta, after } = data as { delta: number; after: number };
        if (after !== stock + delta) mismatches.push(id);
        stock += delta;
        expect(stock).toBeGreaterThanOrEqual(0);
      }
    }
    expect(mismatches).toEqual([]);
  });

  it('keeps marked dementia beds within the nursing beds of their institution', () => {
    const sums = new Map<string, number>();
    for (const { type, subject, data } of distinct)
      if (type === 'cn.gov.mca.eldercare.bed.changed')
        sums.set(subject, (sums.get(subject) ?? 0) + Number(data.delta));
    const marked = [...sums].filter(([subject]) => subject.endsWith(':DEMENTIA'));
    for (const [subject, beds] of marked)
      expect(sums.get(subject.replace('DEMENTIA', 'NURSING'))).toBeGreaterThanOrEqual(beds);
    expect(marked.length).toBe(district === '310105' ? 4 : 8);
  });

  it('numbers certificates without a gap, in the year of the event', () => {
    const numbering = ['marriage.registered', 'marriage.divorce.registered', 'marriage.certificate.reissued'];
    const numbers = distinct.flatMap(({ type, correctionof, data, time: text }) =>
      correctionof || !numbering.includes(type.slice('cn.gov.mca.'.length))
        ? []
        : [{ no: String(data.certWordNo), year: dayOf(Date.parse(text)).slice(0, 4) }],
    );
    for (const [book, entries] of grouped(numbers, ({ no }) => no.slice(0, -6))) {
      expect(new Set(entries.map(({ year }) => year))).toEqual(new Set([book.slice(-5, -1)]));
      expect(entries.map(({ no }) => Number(no.slice(-6))).sort((a, b) => a - b)).toEqual(
        entries.map((_, i) => i + 1),
      );
    }
  });

  it('documents its traps, each with events that are there', () => {
    const traps = ledgerTraps(district);
    expect(new Set(traps.map(({ name }) => name)).size).toBe(traps.length);
    for (const { eventIds, expectation } of traps) {
      expect(expectation).not.toBe('');
      expect(eventIds.length).toBeGreaterThan(0);
      expect(eventIds.every((id) => byId.has(id))).toBe(true);
    }
    const wanted = [
      'bed-delivered-twice',
      'reduction-voided',
      'void-before-target',
      'midnight-belongs-to-next-year',
      'recorded-late',
    ];
    expect(traps.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...wanted,
        'wrong-delta-corrected',
        'effective-time-moved',
        'one-sided-conversion',
        'downgrade',
      ]),
    );
  });

  it('delivers a void before its target where the trap says so', () => {
    const position = new Map(events.map(({ id }, index) => [id, index]));
    const early = distinct.filter(({ id, voids }) => voids && position.get(id)! < position.get(voids)!);
    expect(early.length).toBeGreaterThanOrEqual(4);
  });
});
