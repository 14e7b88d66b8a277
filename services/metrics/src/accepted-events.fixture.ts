import { parseInstant, uuidV7 } from '@minhai/domain';
import { type Catalogue, type DomainEvent, loadCatalogue } from '@minhai/events';
import type { EventTypeName } from '@minhai/schemas';

/** Accepted events for integration specs, complete down to their schema. */
export const catalogue: Catalogue = loadCatalogue();
let nextId = 0;

interface Circumstances {
  readonly time: string;
  readonly recorded?: string;
  readonly street?: string;
  readonly voids?: string;
  readonly correctionOf?: string;
}

export function event(type: EventTypeName, data: Record<string, unknown>, at: Circumstances): DomainEvent {
  const { latest, domain } = catalogue.find(type)!;
  const time = parseInstant(`${at.time}T09:00:00+08:00`)!;
  const recordedTime = at.recorded ? parseInstant(`${at.recorded}T09:00:00+08:00`)! : time;
  const entropy = Buffer.alloc(10);
  entropy.writeUInt32BE(nextId++, 6);
  return {
    id: uuidV7(recordedTime, entropy),
    source: `urn:mca:310105:${domain}`,
    type,
    subject: latest.eventType.subjectOf(data) ?? 'void',
    time,
    recordedTime,
    regionId: '310105',
    streetId: at.street ?? '310105001',
    sensitivity: latest.eventType.sensitivity,
    schemaId: latest.schemaId,
    data,
    voids: at.voids,
    correctionOf: at.correctionOf,
  };
}

export const opened = (institutionId: string, time: string, street: string) =>
  event(
    'cn.gov.mca.eldercare.institution.opened',
    {
      institutionId,
      name: '示例养老院',
      usci: '52310105MJ00000003',
      legalForm: 'PRIVATE_NON_ENTERPRISE',
      operationMode: 'PUBLIC_PRIVATE',
      scope: 'INSTITUTION',
      openedOn: time,
      recordNo: null,
      hasNursingHospital: false,
    },
    { time, street },
  );

export const closed = (institutionId: string, time: string) =>
  event('cn.gov.mca.eldercare.institution.closed', { institutionId, reason: '停业' }, { time });

export const beds = (
  institutionId: string,
  delta: number,
  after: number,
  at: Circumstances & { reason?: string; bedType?: string },
) =>
  event(
    'cn.gov.mca.eldercare.bed.changed',
    {
      institutionId,
      bedType: at.bedType ?? 'GENERAL',
      bedScope: 'INSTITUTION',
      delta,
      after,
      reason: at.reason ?? 'OPENING',
      dementiaStandardised: false,
      transferId: null,
    },
    at,
  );

export const elderly = (value: number, recorded: string) =>
  event(
    'cn.gov.mca.ref.population.published',
    {
      region: '310105',
      measure: 'HUKOU_60P',
      value,
      asOf: '2020-12-31',
      source: '统计公报',
      synthetic: true,
    },
    { time: '2020-12-31', recorded },
  );

export const valueReported = (indicator: string, period: string, value: string, time: string) =>
  event(
    'cn.gov.mca.stat.value.reported',
    { region: '310105', indicator, period, value, unit: 'BED', reporter: '示例局' },
    { time },
  );

export const cloudHouseholds = (households: number, period: string, at: Circumstances) =>
  event(
    'cn.gov.mca.community.cloud.household.reported',
    { region: at.street ?? '310105001', period, households, persons: households * 2 },
    at,
  );

export const inQingpu = (one: DomainEvent): DomainEvent => ({
  ...one,
  source: one.source.replace('310105', '310118'),
  regionId: '310118',
});

/** In 青浦, as all that follows of this kind. */
export const rentalPointOpened = (pointId: string, time: string, street: string) =>
  inQingpu(
    event(
      'cn.gov.mca.assistive.rentalpoint.opened',
      { pointId, name: '示例租赁点', operatorUsci: null },
      { time, street },
    ),
  );

export const rentalPointClosed = (pointId: string, time: string, street: string) =>
  inQingpu(
    event('cn.gov.mca.assistive.rentalpoint.closed', { pointId, reason: 'RELOCATED' }, { time, street }),
  );

export const streetEstablished = (code: string, validFrom: string) =>
  inQingpu(
    event(
      'cn.gov.mca.ref.division.changed',
      {
        code,
        name: '示例街道',
        level: 'STREET',
        parent: '310118',
        urbanRuralCode: null,
        validFrom,
        validTo: null,
        successors: [],
        change: 'ESTABLISHED',
      },
      { time: validFrom, street: code },
    ),
  );

/** In 青浦: one more person certified, and the hukou population of which targets are a share. */
export const socialWorkerCertified = (personRef: string, time: string): DomainEvent => ({
  ...inQingpu(
    event(
      'cn.gov.mca.community.socialworker.certified',
      { personRef, certNo: `SW-${personRef}`, level: 'SENIOR', relatedCertificate: false },
      { time, street: '310118002' },
    ),
  ),
  sensitivity: 4,
});

export const hukouOfQingpu = (value: number, asOf: string) =>
  inQingpu(
    event(
      'cn.gov.mca.ref.population.published',
      { region: '310118', measure: 'HUKOU_POP', value, asOf, source: '统计公报', synthetic: true },
      { time: asOf },
    ),
  );

/** A 街镇 of 长宁 that stood since 1990 and whose last day was `validTo`. */
export const divisionEnded = (
  code: string,
  validTo: string,
  successors: readonly string[],
  recorded: string,
) =>
  event(
    'cn.gov.mca.ref.division.changed',
    {
      code,
      name: '示例街道',
      level: 'STREET',
      parent: '310105',
      urbanRuralCode: null,
      validFrom: '1990-01-01',
      validTo,
      successors,
      change: 'MERGED',
    },
    { time: validTo, recorded, street: code },
  );

/** Only the source of a record may void it. */
export const voided = (
  { id, source }: Pick<DomainEvent, 'id' | 'source'>,
  recorded: string,
): DomainEvent => ({
  ...event('cn.gov.mca.record.voided', { reason: 'ERROR' }, { time: recorded, recorded, voids: id }),
  source,
});
