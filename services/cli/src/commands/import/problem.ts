import { CODES, type Code } from '@minhai/errors';

/** One thing wrong with a row. Texts carry no value of the sheet: it may name a person, and the copy has it anyway. */
export interface RowProblem {
  readonly code: Code;
  /** JSON pointer into the event, empty for the row itself. */
  readonly pointer: string;
  /** Headers of the columns concerned. */
  readonly columns: readonly string[];
  readonly zh: string;
  readonly en: string;
}

/** `zh` and `en` say more than the advice of the code; without them that is all there is to say. */
export const rowProblem = (
  code: Code,
  pointer: string,
  columns: readonly string[],
  texts: { readonly zh?: string; readonly en?: string } = {},
): RowProblem => ({
  code,
  pointer,
  columns,
  zh: texts.zh ?? CODES[code].zh,
  en: texts.en ?? CODES[code].en,
});
