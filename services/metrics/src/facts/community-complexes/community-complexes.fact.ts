import { parseDecimal, rescale } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { stock } from '../measure.js';
import { type Presence, presencesOf } from '../presence.js';
import {
  closedNowhere,
  coveredStreet,
  isStreetEntity,
  readsOfStreetEntity,
  streetEntityOf,
} from '../street-site.js';

export const OPENED = 'cn.gov.mca.community.facility.opened';
export const CLOSED = 'cn.gov.mca.community.facility.closed';

type Opened = EventOf<typeof OPENED>;
type SiteEvent = Opened | EventOf<typeof CLOSED>;

const isOpened = ofType(OPENED);
const isClosed = ofType(CLOSED);
const WORDS = { opened: 'opened', closed: 'closed' };

/** 社区综合服务设施; the other kinds are parts of what a 街镇 offers and cover nothing by themselves. */
const isComplex = ({ data }: Opened): boolean => data.kind === 'COMPREHENSIVE';

function foldSite(history: readonly FactEvent<any>[]): FoldResult {
  const { presences, findings } = presencesOf(history, { opens: isOpened, closes: isClosed, ...WORDS });
  return {
    rows: presences.flatMap(rowsOf),
    findings: [...findings, ...history.filter(isClosed).flatMap(closedNowhere)],
  };
}

function rowsOf({ begin: { data }, place, from, until, causes }: Presence<Opened>): FactRow[] {
  const row = (measure: string, amount: number): FactRow => ({
    measure,
    ...place,
    dims: { kind: data.kind, newTown: data.newTown === null ? 'UNKNOWN' : data.newTown ? 'YES' : 'NO' },
    amount,
    validFrom: from,
    validUntil: until,
    causes,
  });
  const hundredths = Number(rescale(parseDecimal(data.floorAreaM2)!, 2).unscaled);
  return [
    row('community.facilities', 1),
    ...(hundredths > 0 ? [row('community.facility-area', hundredths)] : []),
  ];
}

const foldStreet = (history: readonly FactEvent<any>[], entity: string): FoldResult =>
  coveredStreet(
    history,
    entity,
    {
      keyOf: ({ data }: SiteEvent) => data.facilityId,
      isBegin: isOpened,
      isCounted: isComplex,
      begun: WORDS.opened,
      ended: WORDS.closed,
    },
    { measure: 'community.complex-covered-streets', dims: {} },
  );

const ofSite = (event: SiteEvent): string[] => [`site:${event.data.facilityId}`, ...streetEntityOf(event)];

/** Facilities of community service that are open, their area, and the 街镇 that have a comprehensive one. */
export const fact: FactDefinition = {
  name: 'community.complexes',
  titles: { zh: '社区综合服务设施', en: 'Community service facilities' },
  measures: [
    stock('community.facilities', '个', '社区服务设施', 'Community service facilities open, by kind'),
    {
      ...stock('community.facility-area', '平方米', '社区服务设施建筑面积', 'Their floor area'),
      scale: 2,
    },
    stock(
      'community.complex-covered-streets',
      '个',
      '有社区综合服务设施的街镇',
      '街镇 with a comprehensive community facility',
    ),
  ],
  reads: { [OPENED]: ofSite, [CLOSED]: ofSite, ...readsOfStreetEntity },
  fold: (history, entity) => (isStreetEntity(entity) ? foldStreet(history, entity) : foldSite(history)),
};
