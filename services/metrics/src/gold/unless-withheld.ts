import { maskedColumn } from '@minhai/postgres';

export interface Withholdable {
  /** In schema gold. */
  readonly view: string;
  readonly column: string;
  /** SQL expressions: what is shown, and whether it is withheld from readers without the grant. */
  readonly value: string;
  readonly withheld: string;
  /** What those readers see instead. Default: NULL. */
  readonly instead?: string;
}

/** Who may reveal is asked, and logged, only where something is withheld. */
export const unlessWithheld = ({ view, column, value, withheld, instead = 'NULL' }: Withholdable): string =>
  `CASE WHEN NOT ${withheld} THEN ${value} ELSE ${maskedColumn({ schema: 'gold', view, column, value, mask: instead })} END`;
