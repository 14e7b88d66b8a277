import type { Cell } from '../cells/month-cell.reader.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { DOMAIN_VIEWS } from './catalogue.js';
import type { DomainView } from './domain-view.js';

/** The districts whose plans are kept; what offices elsewhere report is in gold.measure_daily and gold.fact. */
export const VIEW_DISTRICTS: readonly string[] = [
  ...new Set(INDICATORS.map(({ district }) => district)),
].sort();

export const cellsOfView = ({ measures }: DomainView, district: string): Cell[] =>
  measures.map((measure) => ({ measure, district }));

/** What must be summed for all domain views. */
export const domainCells = (): Cell[] =>
  DOMAIN_VIEWS.flatMap((view) => VIEW_DISTRICTS.flatMap((district) => cellsOfView(view, district)));
