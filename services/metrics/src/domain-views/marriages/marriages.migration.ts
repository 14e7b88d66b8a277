import { domainTable } from '../domain-table.js';

export const CreateMarriages = domainTable({
  migration: 'CreateMarriages',
  timestamp: 1_790_000_564_000,
  table: 'mv_marriages_by_month',
  columns: `
    district text COLLATE "C" NOT NULL,
    month_end date NOT NULL,
    registration text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    registrations bigint NOT NULL,
    withheld boolean NOT NULL,
    PRIMARY KEY (district, month_end, registration, kind)`,
});
