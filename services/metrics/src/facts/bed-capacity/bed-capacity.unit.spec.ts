import { describe, expect, it } from '@jest/globals';
import type { FactEvent, FactRow } from '@minhai/facts';
import type { EldercareBedChanged, EldercareInstitutionChanged } from '@minhai/schemas';
import { type Circumstances, factEvent, givenHistory } from '@minhai/testing';
import { fact } from './bed-capacity.fact.js';
import { BED_CHANGED } from './bed-posting.js';
import { CHANGED, CLOSED, OPENED } from './institution-phases.js';

const opened = (time: string, at: Circumstances = {}) =>
  factEvent(
    OPENED,
    {
      institutionId: 'chn-01',
      scope: 'INSTITUTION',
      operationMode: 'PUBLIC_PRIVATE',
      hasNursingHospital: false,
    },
    { time, ...at },
  );

const changed = (time: string, reason: EldercareInstitutionChanged['reason'], at: Circumstances = {}) =>
  factEvent(CHANGED, { institutionId: 'chn-01', reason, operationMode: null, scope: null }, { time, ...at });

const closed = (time: string) => factEvent(CLOSED, { institutionId: 'chn-01', reason: '停业' }, { time });

const beds = (
  time: string,
  delta: number,
  after: number,
  more: Partial<EldercareBedChanged> & { at?: Circumstances } = {},
) => {
  const { at, ...data } = more;
  return factEvent<EldercareBedChanged>(
    BED_CHANGED,
    {
      institutionId: 'chn-01',
      bedType: 'GENERAL',
      bedScope: 'INSTITUTION',
      delta,
      after,
      reason: 'OPENING',
      dementiaStandardised: false,
      transferId: null,
      ...data,
    },
    { time, ...at },
  );
};

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('chn-01');
const stock = (rows: readonly FactRow[], measure: string, day: string): number =>
  rows
    .filter(
      (row) =>
        row.measure === measure && row.validFrom <= day && (row.validUntil === null || day < row.validUntil),
    )
    .reduce((sum, { amount }) => sum + amount, 0);
const rules = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => (detail['case'] ? `${rule}: ${detail['case']}` : rule));

describe('beds of an institution', () => {
  it('given an opening balance and a reduction, counts the net stock from each day on', () => {
    const { rows, findings } = fold(
      opened('2010-01-01'),
      beds('2019-12-31', 100, 100),
      beds('2020-03-31', -30, 70, { reason: 'REDUCTION' }),
    );
    expect(stock(rows, 'eldercare.beds', '2019-12-30')).toBe(0);
    expect(stock(rows, 'eldercare.beds', '2020-03-30')).toBe(100);
    expect(stock(rows, 'eldercare.beds', '2020-03-31')).toBe(70);
    expect(findings).toEqual([]);
  });

  it('given an event at midnight in Shanghai, counts it in the new year', () => {
    const { rows } = fold(
      opened('2010-01-01'),
      beds('2020-12-31T16:00:00Z', 10, 10, { reason: 'EXPANSION' }),
    );
    expect(stock(rows, 'eldercare.beds', '2020-12-31')).toBe(0);
    expect(stock(rows, 'eldercare.beds', '2021-01-01')).toBe(10);
    expect(rows.find(({ measure }) => measure === 'eldercare.new-beds')?.validFrom).toBe('2021-01-01');
  });

  it('given new building, rebuilding, expansion, conversion and adjustment, counts only the first three as new', () => {
    const { rows } = fold(
      opened('2020-01-01'),
      beds('2020-02-01', 10, 10, { reason: 'NEW_BUILD' }),
      beds('2020-02-02', 5, 15, { reason: 'REBUILD' }),
      beds('2020-02-03', 1, 16, { reason: 'EXPANSION' }),
      beds('2020-02-04', 7, 23, { reason: 'ADJUSTMENT' }),
      beds('2020-02-05', -3, 20, { reason: 'REDUCTION' }),
      beds('2020-02-06', 4, 4, { bedType: 'DEMENTIA', reason: 'NEW_BUILD' }),
    );
    const flow = rows.filter(({ measure }) => measure === 'eldercare.new-beds');
    expect(flow.map(({ amount }) => amount)).toEqual([10, 5, 1]);
    expect(flow.every(({ validUntil }) => validUntil === null)).toBe(true);
  });

  it('given dementia beds, keeps them out of the total', () => {
    const { rows } = fold(
      opened('2020-01-01'),
      beds('2020-01-01', 50, 50, { bedType: 'NURSING' }),
      beds('2020-06-01', 30, 30, { bedType: 'DEMENTIA', dementiaStandardised: true }),
    );
    expect(stock(rows, 'eldercare.beds', '2020-12-31')).toBe(50);
    expect(stock(rows, 'eldercare.dementia-beds', '2020-12-31')).toBe(30);
  });
});

describe('conversions', () => {
  const half = (time: string, bedType: 'GENERAL' | 'NURSING', delta: number, after: number) =>
    beds(time, delta, after, { bedType, reason: 'CONVERSION', transferId: 't-1' });

  it('given both halves on different days, moves the beds on the later day and never changes the total', () => {
    const { rows, findings } = fold(
      opened('2019-01-01'),
      beds('2019-12-31', 50, 50),
      half('2020-05-01', 'GENERAL', -20, 30),
      half('2020-05-10', 'NURSING', 20, 20),
    );
    for (const day of ['2020-04-30', '2020-05-01', '2020-05-09', '2020-05-10'])
      expect(stock(rows, 'eldercare.beds', day)).toBe(50);
    const nursing = rows.filter(({ dims }) => dims['bedType'] === 'NURSING');
    expect(nursing.map(({ validFrom, amount }) => [validFrom, amount])).toEqual([['2020-05-10', 20]]);
    expect(nursing[0]!.causes).toHaveLength(2);
    expect(findings).toEqual([]);
  });

  it('given one half only, counts nothing of it and says so', () => {
    const history = [
      opened('2019-01-01'),
      beds('2019-12-31', 50, 50),
      half('2020-05-01', 'GENERAL', -20, 30),
    ];
    expect(stock(fold(...history).rows, 'eldercare.beds', '2020-12-31')).toBe(50);
    expect(rules(...history)).toEqual(['UNPAIRED_TRANSFER']);
  });

  it('given halves that do not sum to nothing, or a half that is an attribute, counts neither', () => {
    const unequal = [
      opened('2019-01-01'),
      half('2020-05-01', 'GENERAL', -20, 0),
      half('2020-05-01', 'NURSING', 19, 19),
    ];
    expect(fold(...unequal).rows.filter(({ measure }) => measure === 'eldercare.beds')).toEqual([]);
    const attribute = beds('2020-05-01', 20, 20, {
      bedType: 'DEMENTIA',
      reason: 'CONVERSION',
      transferId: 't-1',
    });
    expect(
      rules(
        opened('2019-01-01'),
        beds('2019-12-31', 50, 50),
        half('2020-05-01', 'GENERAL', -20, 30),
        attribute,
      ),
    ).toEqual(['UNPAIRED_TRANSFER']);
  });
});

describe('where beds stand', () => {
  it('given a relocation, moves the whole stock from that day', () => {
    const { rows } = fold(
      opened('2010-01-01', { street: '310105001' }),
      beds('2019-12-31', 40, 40, { at: { street: '310105001' } }),
      changed('2020-07-01', 'RELOCATED', { street: '310105002' }),
      beds('2020-08-01', 10, 50, { reason: 'EXPANSION', at: { street: '310105001' } }),
    );
    const at = (street: string, day: string) =>
      stock(
        rows.filter((row) => row.street === street),
        'eldercare.beds',
        day,
      );
    expect([at('310105001', '2020-06-30'), at('310105002', '2020-06-30')]).toEqual([40, 0]);
    expect([at('310105001', '2020-07-01'), at('310105002', '2020-07-01')]).toEqual([0, 40]);
    expect(at('310105002', '2020-12-31')).toBe(50);
    expect(stock(rows, 'eldercare.institutions', '2020-12-31')).toBe(1);
  });

  it('given no opening, counts where the bed event says and reports the missing predecessor', () => {
    const history = [beds('2020-02-01', 20, 20, { at: { street: '310105101' } })];
    expect(fold(...history).rows).toMatchObject([{ street: '310105101', amount: 20, validUntil: null }]);
    expect(rules(...history)).toEqual(['MISSING_PREDECESSOR: beds before opened']);
  });

  it('given the opening arrives, takes its street and closes the finding', () => {
    const history = [
      opened('2020-01-01', { street: '310105001' }),
      beds('2020-02-01', 20, 20, { at: { street: undefined } }),
    ];
    expect(fold(...history).rows).toContainEqual(
      expect.objectContaining({ street: '310105001', amount: 20 }),
    );
    expect(rules(...history)).toEqual([]);
  });

  it('given no street at all, counts under the unknown member', () => {
    const { rows } = fold(opened('2020-01-01', { street: undefined }), beds('2020-01-01', 5, 5));
    expect(new Set(rows.map(({ street }) => street))).toEqual(new Set(['unknown']));
  });
});

describe('closing', () => {
  it('given beds brought to nothing on the closing day, ends at nothing without a finding', () => {
    const history = [
      opened('2010-01-01'),
      beds('2019-12-31', 30, 30),
      closed('2020-03-31T10:00:00+08:00'),
      beds('2020-03-31T17:00:00+08:00', -30, 0, { reason: 'CLOSURE' }),
    ];
    expect(stock(fold(...history).rows, 'eldercare.beds', '2020-03-31')).toBe(0);
    expect(rules(...history)).toEqual([]);
  });

  it('given beds left, ends them all and reports the state', () => {
    const history = [opened('2010-01-01'), beds('2019-12-31', 30, 30), closed('2020-03-31')];
    expect(stock(fold(...history).rows, 'eldercare.beds', '2020-03-31')).toBe(0);
    expect(rules(...history)).toEqual(['STATE: closed with beds left']);
  });

  it('given beds changed while closed, counts nothing; after reopening it starts from nothing', () => {
    const history = [
      opened('2010-01-01'),
      beds('2010-01-01', 30, 30),
      closed('2020-03-31'),
      beds('2020-05-01', 8, 38),
      opened('2020-06-01'),
      beds('2020-06-01', 12, 12),
    ];
    expect(stock(fold(...history).rows, 'eldercare.beds', '2020-12-31')).toBe(12);
    expect(rules(...history)).toEqual(['STATE: beds changed while closed', 'STATE: closed with beds left']);
  });

  it('given a second opening, a second closing and a change while closed, reports each', () => {
    const history = [
      opened('2010-01-01'),
      opened('2011-01-01'),
      closed('2012-01-01'),
      closed('2013-01-01'),
      changed('2014-01-01', 'RENAMED'),
    ];
    expect(rules(...history)).toEqual([
      'STATE: opened while open',
      'STATE: closed while closed',
      'STATE: changed while closed',
    ]);
  });

  it('given a change or a closing of an institution never opened, misses the opening', () => {
    const history = [changed('2011-01-01', 'RELOCATED'), closed('2012-01-01'), opened('2013-01-01')];
    expect(rules(...history)).toEqual([
      'MISSING_PREDECESSOR: changed before opened',
      'MISSING_PREDECESSOR: closed before opened',
    ]);
    expect(rules(...history, changed('2014-01-01', 'RENAMED'))).toHaveLength(2);
  });
});

describe('what cannot be', () => {
  it('given a stock below nothing, reports the day it was crossed once', () => {
    const { findings } = fold(opened('2010-01-01'), beds('2020-01-01', -5, -5), beds('2020-01-02', -1, -6));
    expect(
      findings.filter(({ rule }) => rule === 'NEGATIVE_STOCK').map(({ detail }) => detail['day']),
    ).toEqual(['2020-01-01']);
  });

  it('given a declared stock that differs from the derived one, reports both numbers', () => {
    const { findings } = fold(opened('2010-01-01'), beds('2020-01-01', 10, 12));
    expect(findings).toMatchObject([{ rule: 'AFTER_MISMATCH', detail: { declared: 12, derived: 10 } }]);
  });

  it('given more dementia beds than beds, reports the limit', () => {
    expect(
      rules(
        opened('2010-01-01'),
        beds('2020-01-01', 10, 10),
        beds('2020-02-01', 11, 11, { bedType: 'DEMENTIA' }),
      ),
    ).toEqual(['LIMIT: dementia beds exceed beds']);
  });

  it('given a change recorded after its period closed, counts it and notes that it is late', () => {
    const late = beds('2020-11-10', 4, 4, { reason: 'ADJUSTMENT', at: { recorded: '2021-02-03' } });
    expect(stock(fold(opened('2010-01-01'), late).rows, 'eldercare.beds', '2020-12-31')).toBe(4);
    expect(fold(opened('2010-01-01'), late).findings).toMatchObject([
      { rule: 'LATE_REPORT', severity: 'info' },
    ]);
  });
});
