import { UNKNOWN_STREET, type BusinessDay, districtOf, isStreetCode } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';

const PUBLISHED = 'cn.gov.mca.ref.population.published';

type Publication = EventOf<typeof PUBLISHED>;

/** Of several publications for one date the one recorded last holds (tie: the greater id). */
const supersedes = (a: Publication, b: Publication): boolean =>
  a.recordedTime > b.recordedTime || (a.recordedTime === b.recordedTime && a.id > b.id);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const byDate = new Map<BusinessDay, Publication>();
  for (const publication of history as readonly Publication[]) {
    const { asOf } = publication.data;
    const known = byDate.get(asOf);
    if (!known || supersedes(publication, known)) byDate.set(asOf, publication);
  }
  const series = [...byDate.values()].sort((a, b) => (a.data.asOf < b.data.asOf ? -1 : 1));
  return { rows: series.map((publication, i) => row(publication, series[i + 1])), findings: [] };
}

const row = ({ id, data }: Publication, next: Publication | undefined): FactRow => ({
  measure: 'reference.population',
  district: districtOf(data.region),
  street: isStreetCode(data.region) ? data.region : UNKNOWN_STREET,
  dims: { measure: data.measure, level: isStreetCode(data.region) ? 'STREET' : 'DISTRICT' },
  amount: data.value,
  validFrom: data.asOf,
  validUntil: next?.data.asOf ?? null,
  causes: next ? [id, next.id] : [id],
});

/** Published populations: each holds from its date until the next one. Denominators come from here and nowhere else. */
export const fact: FactDefinition = {
  name: 'reference.population',
  titles: { zh: '人口与家庭户基数', en: 'Population and household figures' },
  measures: [
    {
      name: 'reference.population',
      kind: 'stock',
      unit: '人',
      scale: 0,
      titles: { zh: '公布的人口或户数', en: 'Published number of persons or households' },
    },
  ],
  reads: { [PUBLISHED]: ({ data }: Publication) => [`${data.region}:${data.measure}`] },
  fold,
};
