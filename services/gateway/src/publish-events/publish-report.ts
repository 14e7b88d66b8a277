import type { Problem } from '@minhai/errors';

export interface LineProblem extends Problem {
  /** Line of the stream or element of the batch, from 1. */
  readonly line: number;
  /** Null when the event is too broken to tell. */
  readonly id: string | null;
}

export interface PublishAnswer {
  readonly accepted: number;
  readonly refused: readonly LineProblem[];
  /** Present when more were refused than `refused` lists. */
  readonly refusedTotal?: number;
  readonly warnings?: readonly LineProblem[];
  readonly warningsTotal?: number;
}

/** Longest list of an answer: a file that is wrong in every line should not come back as its own size in problems. */
export const MOST_LISTED = 10_000;

/** What became of the events of one request so far. */
export class PublishReport {
  refusedTotal = 0;
  private readonly refused: LineProblem[] = [];
  private readonly warnings: LineProblem[] = [];
  private warningsTotal = 0;

  refuse(line: number, id: string | null, problem: Problem): void {
    this.refusedTotal++;
    if (this.refused.length < MOST_LISTED) this.refused.push({ line, id, ...problem });
  }

  warn(line: number, id: string, problems: readonly Problem[]): void {
    this.warningsTotal += problems.length;
    for (const problem of problems) {
      if (this.warnings.length < MOST_LISTED) this.warnings.push({ line, id, ...problem });
    }
  }

  answer(accepted: number): PublishAnswer {
    return {
      accepted,
      refused: this.refused,
      ...(this.refusedTotal > this.refused.length && { refusedTotal: this.refusedTotal }),
      ...(this.warningsTotal > 0 && { warnings: this.warnings }),
      ...(this.warningsTotal > this.warnings.length && { warningsTotal: this.warningsTotal }),
    };
  }
}
