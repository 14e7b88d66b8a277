import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { told } from '../institution-events.fixture.spec.js';
import { fact } from './provider-inspections.fact.js';

const { rows, amounts, cases } = told(fact, 'INSTITUTION:i-1');

const inspected = (time: string, result: string, data: object = {}) =>
  factEvent(
    'cn.gov.mca.eldercare.inspection.completed',
    {
      inspectionId: `n-${time}`,
      providerKind: 'INSTITUTION',
      providerId: 'i-1',
      authority: 'FIRE',
      result,
      defects: result === 'PASSED' ? 0 : 2,
      dueOn: result === 'TO_CORRECT' ? '2020-05-31' : null,
      ...data,
    },
    { time },
  );
const outstanding = (...events: Parameters<typeof rows>) =>
  rows(...events)
    .filter(({ measure }) => measure === 'eldercare.corrections-outstanding')
    .map(({ validFrom, validUntil }) => [validFrom, validUntil]);

describe('inspections', () => {
  it('given defects, counts them; corrections stay outstanding until the authority has been there again', () => {
    const first = inspected('2020-05-01', 'TO_CORRECT');
    expect(amounts(first)).toEqual([
      ['inspections', 'FIRE', 'TO_CORRECT', 'INSTITUTION', 1],
      ['inspection-defects', 'FIRE', 'TO_CORRECT', 'INSTITUTION', 2],
      ['corrections-outstanding', 'FIRE', 'INSTITUTION', 1],
    ]);
    expect(outstanding(first)).toEqual([['2020-05-01', null]]);
    expect(outstanding(first, inspected('2020-05-20', 'PASSED'))).toEqual([['2020-05-01', '2020-05-20']]);
  });

  it('given another authority came, the corrections are still outstanding', () => {
    expect(
      outstanding(
        inspected('2020-05-01', 'TO_CORRECT'),
        inspected('2020-05-20', 'PASSED', { authority: 'HEALTH' }),
      ),
    ).toEqual([['2020-05-01', null]]);
  });

  it('given the authority came back after the day it had set, says so', () => {
    const first = inspected('2020-05-01', 'TO_CORRECT');
    expect(cases(first, inspected('2020-05-31', 'PASSED'))).toEqual([]);
    expect(cases(first, inspected('2020-06-01', 'PASSED'))).toEqual([
      'LIMIT: inspected again after the due day',
    ]);
  });

  it('given a number used twice, the first counts', () => {
    const again = inspected('2020-05-02', 'PASSED', { inspectionId: 'n-2020-05-01' });
    expect(amounts(inspected('2020-05-01', 'PASSED'), again)).toHaveLength(1);
    expect(cases(inspected('2020-05-01', 'PASSED'), again)).toEqual(['STATE: inspection number used twice']);
  });
});
