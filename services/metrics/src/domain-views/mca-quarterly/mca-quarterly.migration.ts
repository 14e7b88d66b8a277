import { domainTable } from '../domain-table.js';

export const CreateMcaQuarterly = domainTable({
  migration: 'CreateMcaQuarterly',
  timestamp: 1_790_000_566_000,
  table: 'mv_mca_quarterly',
  columns: `
    district text COLLATE "C" NOT NULL,
    quarter_end date NOT NULL,
    item integer NOT NULL,
    quarter text NOT NULL,
    code text,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    unit text NOT NULL,
    cumulative boolean NOT NULL,
    quantity numeric,
    previous numeric,
    change numeric,
    withheld boolean NOT NULL,
    PRIMARY KEY (district, quarter_end, item)`,
});
