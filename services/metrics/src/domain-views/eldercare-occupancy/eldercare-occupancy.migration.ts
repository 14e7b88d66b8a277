import { domainTable } from '../domain-table.js';

export const CreateEldercareOccupancy = domainTable({
  migration: 'CreateEldercareOccupancy',
  timestamp: 1_790_000_561_000,
  table: 'mv_eldercare_occupancy',
  columns: `
    district text COLLATE "C" NOT NULL,
    month_end date NOT NULL,
    street text COLLATE "C" NOT NULL,
    bed_type text COLLATE "C" NOT NULL,
    occupied_beds bigint NOT NULL,
    withheld boolean NOT NULL,
    PRIMARY KEY (district, month_end, street, bed_type)`,
  index: 'street, month_end',
});
