import { domainTable } from '../domain-table.js';

export const CreateSocialorgRegister = domainTable({
  migration: 'CreateSocialorgRegister',
  timestamp: 1_790_000_565_000,
  table: 'mv_socialorg_register',
  columns: `
    district text COLLATE "C" NOT NULL,
    month_end date NOT NULL,
    street text COLLATE "C" NOT NULL,
    registered bigint NOT NULL,
    associations bigint NOT NULL,
    private_non_enterprises bigint NOT NULL,
    foundations bigint NOT NULL,
    rated bigint NOT NULL,
    rated_3a_or_above bigint NOT NULL,
    rated_5a bigint NOT NULL,
    rated_4a bigint NOT NULL,
    rated_3a bigint NOT NULL,
    PRIMARY KEY (district, month_end, street)`,
  index: 'street, month_end',
});
