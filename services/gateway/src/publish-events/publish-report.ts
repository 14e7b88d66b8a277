import type { Problem } from '@minhai/errors';

export interface LineProblem extends Problem {
  /** Line of the stream or element of the batch, from 1. */
  readonly line: number;
  /** Null when the event is too broken to tell. */
  readonly id: string | null;
}

export interface PublishAnswer {
  /** In a dry run: how many would have been. */
  readonly accepted: number;
  readonly refused: readonly LineProblem[];
  /** Events refused; present when `refused` does not list one problem for each. */
  readonly refusedTotal?: number;
  readonly warnings?: readonly LineProblem[];
  readonly warningsTotal?: number;
  /** Present in a dry run: nothing was produced. */
  readonly dryRun?: true;
}

/** Longest list of an answer: a file that is wrong in every line should not come back as its own size in problems. */
export const MOST_LISTED = 10_000;

/** What became of the events of one request so far. */
export class PublishReport {
  refusedTotal = 0;
  private readonly refused: LineProblem[] = [];
  private complete = true;
  private readonly warnings: LineProblem[] = [];
  private warningsTotal = 0;

  /** A dry run lists every problem of an event, otherwise the first stands for it. */
  constructor(private readonly dryRun: boolean) {}

  refuse(line: number, id: string | null, problems: readonly Problem[]): void {
    this.refusedTotal++;
    for (const problem of this.dryRun ? problems : problems.slice(0, 1)) {
      if (this.refused.length < MOST_LISTED) this.refused.push({ line, id, ...problem });
      else this.complete = false;
    }
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
      ...((!this.complete || (this.dryRun && this.refusedTotal > 0)) && { refusedTotal: this.refusedTotal }),
      ...(this.warningsTotal > 0 && { warnings: this.warnings }),
      ...(this.warningsTotal > this.warnings.length && { warningsTotal: this.warningsTotal }),
      ...(this.dryRun && { dryRun: true }),
    };
  }
}
