import { CODES, isCode, type Code } from '@minhai/errors';
import type { PublishSummary } from '../../publish/publish-file.js';
import { rowProblem, type RowProblem } from '../problem.js';
import type { ReadyEvent } from './judge-rows.js';

/** What the gateway and the lake said about events that were in order here, by row. */
export function problemsOfSent(
  ready: readonly ReadyEvent[],
  { refused, held }: Pick<PublishSummary, 'refused' | 'held'>,
): ReadonlyMap<number, readonly RowProblem[]> {
  const byRow = new Map<number, RowProblem[]>();
  for (const { line, code, pointer, message } of [...refused, ...held]) {
    const event = ready[line - 1]!;
    const problems = byRow.get(event.row) ?? [];
    problems.push(problemOfSent(event, { code: isCode(code) ? code : 'HANDLER_ERROR', pointer, message }));
    byRow.set(event.row, problems);
  }
  return byRow;
}

interface Said {
  readonly code: Code;
  readonly pointer: string | null;
  readonly message: string | null;
}

function problemOfSent({ id }: ReadyEvent, { code, pointer, message }: Said): RowProblem {
  if (code !== 'ID_CONFLICT') return rowProblem(code, pointer ?? '', [], { en: message ?? CODES[code].en });
  return rowProblem(code, '', [], {
    zh: `该行以前导入过，现在内容已改变，原记录保持不变。确需更正时，请另发更正事件：新的 id，correctionof 为 ${id}，并写明 reason`,
    en: `this row was imported before with another content, which still stands; to change it send a correction: a new id, correctionof ${id}, and a reason`,
  });
}
