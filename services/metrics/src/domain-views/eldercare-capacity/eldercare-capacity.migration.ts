import { domainTable } from '../domain-table.js';

export const CreateEldercareCapacity = domainTable({
  migration: 'CreateEldercareCapacity',
  timestamp: 1_790_000_560_000,
  table: 'mv_eldercare_capacity',
  columns: `
    district text COLLATE "C" NOT NULL,
    month_end date NOT NULL,
    street text COLLATE "C" NOT NULL,
    scope text COLLATE "C" NOT NULL,
    beds bigint NOT NULL,
    nursing_beds bigint NOT NULL,
    dementia_beds bigint NOT NULL,
    dementia_beds_standardised bigint NOT NULL,
    institutions bigint NOT NULL,
    PRIMARY KEY (district, month_end, street, scope)`,
  index: 'street, month_end',
});
