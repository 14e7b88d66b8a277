import type { Rule } from '../contract.js';

/** Figures of the type are counted by street, so the event says in which one it took place. */
export const streetNamed: Rule<unknown> = {
  name: 'street-named',
  pointer: '/streetid',
  zh: '须在信封中填街镇',
  en: 'the envelope names the street',
  holds: ({ streetId }) => streetId !== undefined,
};

/** What a street or a village did, it did in a street; only a district acts for no street in particular. */
export const levelNamesStreet: Rule<{ readonly level: string }> = {
  name: 'level-names-street',
  pointer: '/streetid',
  zh: '街镇级和居村级须在信封中填街镇',
  en: 'what is of a street or a village names the street in the envelope',
  holds: ({ data, streetId }) => data.level === 'DISTRICT' || streetId !== undefined,
};

/** A title of a street is an event of that street. */
export const streetOfEnvelope: Rule<{ readonly street: string }> = {
  name: 'street-of-envelope',
  pointer: '/data/street',
  zh: '街镇与信封中的街镇一致',
  en: 'the street is that of the envelope',
  holds: ({ data, streetId }) => data.street === streetId,
};

/** A village of the payload is part of the place the event names. */
export const villageInEnvelope: Rule<{ readonly villageId: string | null }> = {
  name: 'village-in-envelope',
  pointer: '/data/villageId',
  zh: '村居与信封所填的村居一致，位于其街镇（未填街镇时为区）内',
  en: 'the village is that of the envelope, and lies in its street, or in its region when it names no street',
  holds: ({ data, regionId, streetId, villageId }) =>
    data.villageId === null || data.villageId.startsWith(villageId ?? streetId ?? regionId),
};

/** The region a reported figure describes is the place the event names, or lies in it. */
export const regionInEnvelope: Rule<{ readonly region: string }> = {
  name: 'region-in-envelope',
  pointer: '/data/region',
  zh: '统计区域位于信封所填的街镇（未填街镇时为区）内',
  en: 'the region lies in the street of the envelope, or in its region when it names no street',
  holds: ({ data, regionId, streetId }) => data.region.startsWith(streetId ?? regionId),
};
