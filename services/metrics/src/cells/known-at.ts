/** SQL condition: `row` (a fact_row or finding) was held true at `moment`, an expression of type timestamptz. */
export const wasKnownAt = (row: string, moment: string): string =>
  `${row}.known_from <= ${moment} AND (${row}.known_until IS NULL OR ${row}.known_until > ${moment})`;

/** The same where the moment may be null, which asks for what is held true now. */
export const isKnownNowOrAt = (row: string, moment: string): string =>
  `CASE WHEN ${moment} IS NULL THEN ${row}.known_until IS NULL ELSE ${wasKnownAt(row, moment)} END`;

/** Epoch milliseconds as a parameter of type timestamptz; null: everything known. */
export const momentOf = (knownAt: number | null): string | null =>
  knownAt === null ? null : new Date(knownAt).toISOString();
