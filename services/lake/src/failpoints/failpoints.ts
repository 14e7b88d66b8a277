/** Places where a crash is worth a test. They exist in every build and act only when armed. */
export type FailpointName =
  | 'lake.after-judge'
  | 'lake.before-commit'
  | 'lake.after-commit'
  | 'lake.after-publish'
  | 'lake.after-receipts';

const ACTIONS = ['kill', 'throw', 'hang'] as const;
type Action = (typeof ACTIONS)[number];

interface Armed {
  readonly action: Action;
  remaining: number;
}

export interface FailpointEffects {
  /** Ends the process at once, as SIGKILL does. */
  kill(): void;
}

const forever = (): Promise<never> => new Promise(() => undefined);

export class InjectedFault extends Error {
  override readonly name = 'InjectedFault';
}

/** `name:action:n`, comma separated: at the n-th time the named place is reached, do the action. */
export class Failpoints {
  static readonly none = new Failpoints(new Map(), { kill: () => undefined });

  private constructor(
    private readonly armed: ReadonlyMap<string, Armed>,
    private readonly effects: FailpointEffects,
  ) {}

  /** Throws TypeError when the text is not of that form. */
  static parse(text: string, effects: FailpointEffects): Failpoints {
    const armed = new Map<string, Armed>();
    for (const part of text.split(',').filter(Boolean)) {
      const [name, action, count = '1'] = part.trim().split(':');
      if (!name || !isAction(action) || !/^[1-9]\d*$/.test(count))
        throw new TypeError(`not a failpoint: ${part}`);
      armed.set(name, { action, remaining: Number(count) });
    }
    return new Failpoints(armed, effects);
  }

  async hit(name: FailpointName): Promise<void> {
    const point = this.armed.get(name);
    if (!point || --point.remaining !== 0) return;
    if (point.action === 'throw') throw new InjectedFault(name);
    if (point.action === 'kill') this.effects.kill();
    await forever();
  }
}

const isAction = (text: string | undefined): text is Action => ACTIONS.includes(text as Action);
