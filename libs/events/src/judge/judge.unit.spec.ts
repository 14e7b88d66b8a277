import { describe, expect, it } from '@jest/globals';
import { judge, loadCatalogue, readJsonEvent, type DomainEvent } from '../index.js';
import { LIMITS } from '../limits.js';
import { NOW, VALID_SAMPLES } from '../schema-samples.spec.js';

const catalogue = loadCatalogue();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const sample = (name: string) => VALID_SAMPLES.find((one) => one.name === `${name}/plain`)!.event;

function eventOf(name: string, data: object = {}): DomainEvent {
  const plain = sample(name);
  const outcome = readJsonEvent({ ...plain, data: { ...(plain['data'] as object), ...data } }, catalogue);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const judgeAt = (event: DomainEvent, now: number = NOW) => {
  const { problems, warnings } = judge(event, { now, catalogue });
  return [...problems, ...warnings].map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('time window', () => {
  const beds = eventOf('eldercare/bed.changed');
  const { recordedTime } = beds;

  it('holds registration against the clock, 10 minutes and no more', () => {
    const ahead = [LIMITS.aheadMs - 1, LIMITS.aheadMs, LIMITS.aheadMs + 1].map((ms) =>
      judgeAt(beds, recordedTime - ms),
    );
    expect(ahead).toEqual([[], [], ['TIME_FUTURE /recordedtime']]);
  });

  it('lets event time run 10 minutes ahead of registration', () => {
    const ahead = [LIMITS.aheadMs - 1, LIMITS.aheadMs, LIMITS.aheadMs + 1];
    expect(ahead.map((ms) => judgeAt({ ...beds, time: recordedTime + ms }))).toEqual([
      [],
      [],
      ['TIME_FUTURE /time'],
    ]);
  });

  it('lets registration lag 400 days, and any time for corrections and reference data', () => {
    const late = [-1, 0, 1].map((ms) => ({ ...beds, time: recordedTime - LIMITS.pastDays * DAY - ms }));
    expect(late.map((event) => judgeAt(event))).toEqual([[], [], ['TIME_PAST /time']]);
    const correction = { correctionOf: '01720000-0000-7000-8000-00000000000a', reason: '更正' };
    expect(judgeAt({ ...late[2]!, ...correction })).toEqual([]);
    const population = eventOf('ref/population.published');
    expect(judgeAt({ ...population, time: population.recordedTime - 9000 * DAY })).toEqual([]);
  });

  it('lets benefits and openings begin up to 12 months later', () => {
    for (const name of [
      'assistance/approval.granted',
      'assistance/benefit.adjusted',
      'eldercare/institution.opened',
    ]) {
      const event = eventOf(name);
      const year = { ...event, recordedTime: Date.parse('2020-02-29T12:00:00+08:00') };
      const start = (day: string) => judgeAt({ ...year, time: Date.parse(`${day}T00:00:00+08:00`) });
      expect([start('2020-03-01'), start('2021-02-28'), start('2021-03-01')]).toEqual([
        [],
        [],
        ['TIME_FUTURE /time'],
      ]);
    }
  });

  it('gives the same answer in any later year', () => {
    const judged = VALID_SAMPLES.map(({ event }) => readJsonEvent(event, catalogue))
      .flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
      .map((event) => [judgeAt(event, NOW), judgeAt(event, NOW + 30_000 * DAY)]);
    expect(judged).toEqual(VALID_SAMPLES.map(() => [[], []]));
  });
});

describe('regions', () => {
  const beds = { ...eventOf('eldercare/bed.changed'), streetId: undefined };
  const on = (day: string, regionId: string, streetId?: string) => {
    const time = Date.parse(`${day}T00:00:00+08:00`);
    return judgeAt({ ...beds, time, recordedTime: time, regionId, streetId });
  };

  it('are valid on the first and last day of their time, Asia/Shanghai', () => {
    expect(on('2015-11-03', '310108')).toEqual([]);
    expect(on('2015-11-04', '310108')).toEqual(['REGION /regionid']);
    expect(on('2021-04-08', '330113')).toEqual(['REGION /regionid']);
    expect(on('2021-04-09', '330113')).toEqual([]);
  });

  it('given a street of a district abolished since, then its prefix is enough, as long as the district was', () => {
    expect(on('2015-11-03', '310108', '310108011')).toEqual([]);
    expect(on('2015-11-04', '310108', '310108011')).toEqual(['REGION /regionid', 'REGION /streetid']);
  });

  it('may be a province or a city of 31 to 34', () => {
    expect([on('2020-01-01', '310000'), on('2020-01-01', '320600'), on('2020-01-01', '110101')]).toEqual([
      [],
      [],
      ['REGION /regionid'],
    ]);
  });
});

describe('identifiers of organisations', () => {
  const opened = (usci: string) => judgeAt({ ...eventOf('socialorg/deregistered', { usci }), subject: usci });

  it('given a legacy code whose check digit is wrong, then it warns and the event is accepted', () => {
    const event = {
      ...eventOf('socialorg/deregistered', { usci: '91350203M0001QKT19' }),
      subject: '91350203M0001QKT19',
    };
    const judgement = judge(event, { now: NOW, catalogue });
    expect(judgement.problems).toEqual([]);
    expect(judgement.warnings.map(({ code }) => code)).toEqual(['USCI_CHECK_WARN']);
  });

  it.each(['I', 'O', 'S', 'V', 'Z'])('refuse the letter %s', (letter) => {
    expect(opened(`5131010500000001${letter}A`)).toEqual(['USCI_FORMAT /data/usci']);
  });

  it('refuse a citizen’s number, with a small x too', () => {
    expect(opened('11010519491231002X')).toEqual(['PERSON_ID_IN_ORG_FIELD /data/usci']);
    expect(opened('11010519491231002x')).toEqual(['PERSON_ID_IN_ORG_FIELD /data/usci']);
  });
});

describe('a payload with many faults', () => {
  it('is told all of them at once', () => {
    const plain = sample('eldercare/bed.changed');
    const data = { ...(plain['data'] as object), delta: '40', after: -1.5, more: 1, bedScope: undefined };
    const outcome = readJsonEvent({ ...plain, id: 'X', regionid: '31', street: 'a', data }, catalogue);
    expect(outcome.ok ? [] : outcome.problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'ENVELOPE /street',
      'ENVELOPE /id',
      'ENVELOPE /regionid',
      'FIELD_MISSING /data/bedScope',
      'FIELD_TYPE /data/delta',
      'FIELD_TYPE /data/after',
      'FIELD_UNKNOWN /data/more',
    ]);
  });

  it('given broken codes and broken rules, then rules are asked only when every field is in order', () => {
    const event = eventOf('eldercare/bed.changed', { bedScope: 'NO_SUCH_CODE', delta: 0, after: -1 });
    expect(judgeAt(event)).toEqual(['CODELIST /data/bedScope', 'NUM_RANGE /data/after']);
  });
});
