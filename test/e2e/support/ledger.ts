import { ledgerLines } from '@minhai/ledger';

/** Both districts' ledgers as NDJSON lines, as `minhai ledger` prints them. */
export const ledgerOfBothDistricts = (): string[] =>
  ['310105', '310118'].flatMap((district) =>
    ledgerLines(district as never)
      .split('\n')
      .filter(Boolean),
  );

/** One line in `of` of the ledger: enough to die in, too little for the published figures. */
export const partOfTheLedger = (of: number): string[] =>
  ledgerOfBothDistricts().filter((_, i) => i % of === 0);
