import type { Rule } from '../contract.js';

/** The reason of a change says which field must carry the new value. */
export const renamedGivesName: Rule<{ readonly reason: string; readonly name: string | null }> = {
  name: 'renamed-gives-name',
  pointer: '/data/name',
  zh: '更名须填新名称',
  en: 'a change of name gives the new name',
  holds: ({ data }) => data.reason !== 'RENAMED' || data.name !== null,
};

export const relocatedGivesStreet: Rule<{ readonly reason: string }> = {
  name: 'relocated-gives-street',
  pointer: '/streetid',
  zh: '迁址须在信封中填新街镇',
  en: 'a move names the new street in the envelope',
  holds: ({ data, streetId }) => data.reason !== 'RELOCATED' || streetId !== undefined,
};
