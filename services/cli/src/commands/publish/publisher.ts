import type { LineProblem } from '@minhai/gateway';
import type { NumberedLine } from './read-lines.js';

export interface BatchOutcome {
  /** Lines of this file, not of the request. */
  readonly refused: readonly LineProblem[];
}

/** One of the two ways in. Resolves when everything it did not refuse is safe in Kafka. */
export interface Publisher {
  publish(lines: readonly NumberedLine[]): Promise<BatchOutcome>;
  close(): Promise<void>;
}

const tooLongLine = ({ number }: NumberedLine): LineProblem => ({
  line: number,
  id: null,
  code: 'SIZE',
  pointer: '',
  message: 'the line is longer than 1 MiB',
});

/** Lines that can be sent, and the refusals of those that cannot. */
export function partitionByLength(lines: readonly NumberedLine[]): {
  readonly sendable: readonly { readonly number: number; readonly bytes: Buffer }[];
  readonly refused: LineProblem[];
} {
  const sendable: { number: number; bytes: Buffer }[] = [];
  const refused: LineProblem[] = [];
  for (const line of lines) {
    if (line.bytes === null) refused.push(tooLongLine(line));
    else sendable.push({ number: line.number, bytes: line.bytes });
  }
  return { sendable, refused };
}
