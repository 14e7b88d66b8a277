import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { REGISTERED, fact } from './assistive-projects.fact.js';

const registered = (time: string, siteRegion: string) =>
  factEvent(
    REGISTERED,
    { projectId: 'x-1', name: '示例产业园', kind: 'INDUSTRY_PARK', siteRegion, operatorUsci: null },
    { time },
  );
const fold = (...events: ReturnType<typeof registered>[]) => givenHistory(fact, events).folded('310105:x-1');

describe('projects of the assistive-device industry', () => {
  it('given a park in another province, counts where it is registered and says that it lies elsewhere', () => {
    expect(fold(registered('2023-01-01', '330421')).rows).toMatchObject([
      { district: '310105', dims: { kind: 'INDUSTRY_PARK', site: 'ELSEWHERE' }, amount: 1 },
    ]);
    expect(fold(registered('2023-01-01', '310105004')).rows[0]!.dims).toMatchObject({ site: 'OWN' });
  });

  it('given a second registration, counts once and reports it', () => {
    const { rows, findings } = fold(registered('2023-01-01', '310105'), registered('2024-01-01', '310105'));
    expect(rows).toMatchObject([{ validFrom: '2023-01-01' }]);
    expect(findings).toMatchObject([{ rule: 'STATE', detail: { case: 'registered twice' } }]);
  });
});
