import { addDays, startOfDay } from '@minhai/domain';
import { codeList, type CodeListName } from '@minhai/schemas';
import { problem } from '../outcome.js';
import type { TextCheck } from './text-checks.js';

/** A text is a code of the list that may be used at event time. */
export function compileCodeListCheck(name: string): TextCheck {
  const list = codeList(name as CodeListName);
  const periods = new Map(
    list.codes.map(({ code, validFrom, validTo }) => [
      code,
      {
        from: validFrom === null ? -Infinity : startOfDay(validFrom),
        until: validTo === null ? Infinity : startOfDay(addDays(validTo, 1)),
      },
    ]),
  );
  return (text, pointer, { time, found }) => {
    const period = periods.get(text);
    if (period && time >= period.from && time < period.until) return;
    found.push(problem('CODELIST', pointer, `not a code of ${name} at event time`));
  };
}
