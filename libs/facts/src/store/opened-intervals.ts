import { CopyRows } from '@minhai/postgres';
import type { CountedRow } from '../core/cells.js';
import type { Finding } from '../core/definition.js';
import { canonicalJson } from '../core/identity.js';
import type { KnownFinding, KnownInterval, KnownRow } from '../core/revision.js';
import type { TouchedEntity } from './touched-entities.js';

type Owner = Pick<TouchedEntity, 'number' | 'entity'>;

/** Most batches are small; what is larger grows. */
const EXPECTED_BYTES = 16_384;

const INTERVAL = ['known_from', 'known_until', 'causes'] as const;
const ROW_COLUMNS = [
  ...['fact', 'entity', 'row_id', 'district', 'street', ...INTERVAL],
  ...['measure', 'dims', 'amount', 'valid_from', 'valid_until'],
];
const FINDING_COLUMNS = [
  ...['fact', 'entity', 'finding_id', 'district', 'street', ...INTERVAL],
  ...['rule', 'severity', 'detail'],
];

/** What began to be held true, as COPY takes it. */
class OpenedIntervals {
  private rows: CopyRows | undefined;
  size = 0;

  constructor(private readonly columns: readonly string[]) {}

  get copy(): CopyRows {
    return (this.rows ??= new CopyRows(this.columns, EXPECTED_BYTES));
  }

  protected begin(
    { number, entity }: Owner,
    { id, knownFrom, knownUntil }: KnownInterval,
    { district, street, causes }: Pick<Finding, 'district' | 'street' | 'causes'>,
  ): CopyRows {
    const rows = this.copy;
    this.size++;
    rows.row();
    rows.int2(number);
    rows.text(entity);
    rows.uuid(id);
    rows.text(district);
    rows.text(street);
    rows.timestamptz(knownFrom);
    rows.timestamptz(knownUntil);
    rows.uuids(causes);
    return rows;
  }
}

/** Rows of `fact_row`. */
export class OpenedRows extends OpenedIntervals {
  constructor() {
    super(ROW_COLUMNS);
  }

  add(owner: Owner, interval: KnownRow, { measure, dims }: CountedRow): void {
    const { amount, validFrom, validUntil } = interval.value;
    const rows = this.begin(owner, interval, interval.value);
    rows.text(measure);
    rows.text(dims);
    rows.int8(amount);
    rows.date(validFrom);
    rows.date(validUntil);
  }
}

/** Rows of `finding`. */
export class OpenedFindings extends OpenedIntervals {
  constructor() {
    super(FINDING_COLUMNS);
  }

  add(owner: Owner, interval: KnownFinding): void {
    const { rule, severity, detail } = interval.value;
    const rows = this.begin(owner, interval, interval.value);
    rows.text(rule);
    rows.text(severity);
    rows.text(canonicalJson(detail));
  }
}
