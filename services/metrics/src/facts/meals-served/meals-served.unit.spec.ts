import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { CLOSED, OPENED } from '../community-facility/facility-phases.js';
import { CAPACITY_CHANGED } from '../community-facility/meal-capacity.js';
import { told } from '../institution-events.fixture.spec.js';
import { fact } from './meals-served.fact.js';

const { rows, cases } = told(fact, 'f-1');

const facilityId = 'f-1';
const opened = (time: string) =>
  factEvent(
    OPENED,
    { facilityId, kind: 'MEAL_SITE', siteId: 's-1', floorAreaM2: '10.00', isBranch: false },
    { time },
  );
const closed = (time: string) => factEvent(CLOSED, { facilityId, siteId: 's-1' }, { time });
const capacity = (time: string, delta: number) =>
  factEvent(CAPACITY_CHANGED, { facilityId, mode: 'DINE_IN', delta, portionsPerDay: delta }, { time });
const reported = (period: string, portions: number, recorded = `${period}-30`) =>
  factEvent(
    'cn.gov.mca.eldercare.meals.reported',
    { facilityId, period, portions },
    { time: `${period}-30`, recorded, street: undefined },
  );

describe('meals served', () => {
  it('given a month, counts where the site stands', () => {
    expect(rows(opened('2020-01-01'), reported('2020-06', 900))).toMatchObject([
      { street: '310105001', amount: 900, validFrom: '2020-06-30' },
    ]);
    expect(cases(opened('2020-01-01'), reported('2020-06', 900))).toEqual([]);
  });

  it('given a month reported again, what was recorded last holds', () => {
    const history = [opened('2020-01-01'), reported('2020-06', 900), reported('2020-06', 800, '2020-07-03')];
    expect(rows(...history).map(({ amount }) => amount)).toEqual([800]);
    expect(cases(...history)).toEqual(['PERIOD_RESTATED: reported again']);
  });

  it('given more than it can serve in the days of the month, says so', () => {
    const site = [opened('2020-01-01'), capacity('2020-01-02', 30)];
    expect(cases(...site, reported('2020-06', 900))).toEqual([]);
    expect(cases(...site, reported('2020-06', 901))).toEqual(['LIMIT: more meals than capacity']);
  });

  it('given a site not open in the month, says so; one that closed within it served before', () => {
    expect(cases(reported('2020-06', 900))).toEqual(['MISSING_PREDECESSOR: meals before opened']);
    expect(cases(opened('2020-01-01'), closed('2020-05-20'), reported('2020-06', 900))).toEqual([
      'STATE: meals of a site not open',
    ]);
    expect(cases(opened('2020-01-01'), closed('2020-06-20'), reported('2020-06', 900))).toEqual([]);
    expect(cases(opened('2020-06-30'), reported('2020-06', 9))).toEqual([]);
  });
});
