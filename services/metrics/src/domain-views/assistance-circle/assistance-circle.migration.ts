import { domainTable } from '../domain-table.js';

export const CreateAssistanceCircle = domainTable({
  migration: 'CreateAssistanceCircle',
  timestamp: 1_790_000_563_000,
  table: 'mv_assistance_circle',
  columns: `
    district text COLLATE "C" NOT NULL,
    month_end date NOT NULL,
    street text COLLATE "C" NOT NULL,
    circle text COLLATE "C" NOT NULL,
    households bigint NOT NULL,
    persons bigint NOT NULL,
    withheld boolean NOT NULL,
    PRIMARY KEY (district, month_end, street, circle)`,
  index: 'street, month_end',
});
