import { domainTable } from '../domain-table.js';

export const CreateNeedGrade = domainTable({
  migration: 'CreateNeedGrade',
  timestamp: 1_790_000_562_000,
  table: 'mv_need_grade_by_street',
  columns: `
    district text COLLATE "C" NOT NULL,
    month_end date NOT NULL,
    street text COLLATE "C" NOT NULL,
    grade text COLLATE "C" NOT NULL,
    households bigint NOT NULL,
    withheld boolean NOT NULL,
    PRIMARY KEY (district, month_end, street, grade)`,
  index: 'street, month_end',
});
