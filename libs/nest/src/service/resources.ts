import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** What closes later may still be used by what closes earlier; consumers and HTTP are closed by Nest before either. */
export type ClosingStage = 'producer' | 'client' | 'database';

const STAGES: readonly ClosingStage[] = ['producer', 'client', 'database'];

/** Connections of the process, closed stage by stage when the application has stopped taking work. */
@Injectable()
export class Resources implements OnApplicationShutdown {
  private readonly closings: { readonly stage: ClosingStage; readonly close: () => Promise<void> }[] = [];

  closeAt(stage: ClosingStage, close: () => Promise<void>): void {
    this.closings.push({ stage, close });
  }

  async onApplicationShutdown(): Promise<void> {
    const outcomes: PromiseSettledResult<void>[] = [];
    for (const stage of STAGES) {
      const closings = this.closings.filter((closing) => closing.stage === stage);
      outcomes.push(...(await Promise.allSettled(closings.map(({ close }) => close()))));
    }
    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be closed');
  }
}
