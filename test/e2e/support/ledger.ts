import { ledgerLines } from '@minhai/ledger';

/** Both districts' ledgers as NDJSON lines, as `minhai ledger` prints them. */
export const ledgerOfBothDistricts = (): string[] =>
  ['310105', '310118'].flatMap((district) =>
    ledgerLines(district as never)
      .split('\n')
      .filter(Boolean),
  );
