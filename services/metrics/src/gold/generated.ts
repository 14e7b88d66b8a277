import type { FactDefinition } from '@minhai/facts';
import type { GeneratedObject } from '@minhai/postgres';
import { DOMAIN_VIEWS } from '../domain-views/catalogue.js';
import { goldDomainView } from '../domain-views/domain-view-sql.js';
import { goldComments } from './comments.js';
import { measureDailyView, measureView } from './measure-views.js';

/** What data teams find beside indicators, facts and findings; comments last, for tables older than this. */
export const goldGenerated = (facts: readonly FactDefinition[]): readonly GeneratedObject[] => [
  ...DOMAIN_VIEWS.map(goldDomainView),
  measureView(facts),
  measureDailyView(facts),
  goldComments,
];
