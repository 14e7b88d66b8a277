import type { rebuildMetrics } from '@minhai/metrics';
import type { ProgressDisplay, Terminal } from '../../terminal/terminal.js';

type Progress = Parameters<NonNullable<Parameters<typeof rebuildMetrics>[0]['progress']>>[0];

const PHASES: Readonly<Record<Progress['phase'], string>> = {
  load: 'read the lake',
  derive: 'derive facts',
  index: 'index',
  'catch up': 'catch up',
  exchange: 'check and exchange',
};

/** Phases that count events; of the others only the name can be told. */
const COUNTED: ReadonlySet<Progress['phase']> = new Set(['load', 'derive', 'catch up']);

/** One display a phase: with its rate and the time that remains where events are counted, else its name. */
export function phaseDisplay(terminal: Pick<Terminal, 'note' | 'progress'>) {
  let phase: Progress['phase'] | undefined;
  let display: ProgressDisplay | undefined;
  const end = (): void => {
    display?.finish();
    display = undefined;
  };
  return {
    show: (progress: Progress): void => {
      if (progress.phase !== phase) {
        end();
        phase = progress.phase;
        if (COUNTED.has(phase)) display = terminal.progress(PHASES[phase], progress.total);
        else terminal.note(`${PHASES[phase]} …`);
      }
      display?.update(progress.done, progress.total);
    },
    end,
  };
}
