export type ServiceStatus = 'starting' | 'ready' | 'unready' | 'stopping';

/** Throws or rejects when the thing it looks at is not usable. */
export type HealthCheck = () => void | Promise<void>;

export interface Readiness {
  readonly status: ServiceStatus;
  /** Records not yet consumed, over all consumers of this process. */
  readonly lag: number;
  readonly checks: Readonly<Record<string, 'ok' | string>>;
}

const CHECK_TIMEOUT_MS = 2_000;

/** Capabilities tell it how to see whether they are well; /health/ready asks it. */
export class HealthRegistry {
  private readonly checks = new Map<string, HealthCheck>();
  private readonly lags = new Map<string, () => number>();
  private phase: 'starting' | 'running' | 'stopping' = 'starting';

  addCheck(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  addLag(name: string, lag: () => number): void {
    this.lags.set(name, lag);
  }

  started(): void {
    if (this.phase === 'starting') this.phase = 'running';
  }

  stopping(): void {
    this.phase = 'stopping';
  }

  lag(): number {
    return [...this.lags.values()].reduce((sum, lag) => sum + lag(), 0);
  }

  async readiness(): Promise<Readiness> {
    const entries = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, await outcomeOf(check)] as const),
    );
    const well = entries.every(([, outcome]) => outcome === 'ok');
    return { status: this.statusWhen(well), lag: this.lag(), checks: Object.fromEntries(entries) };
  }

  private statusWhen(well: boolean): ServiceStatus {
    if (this.phase !== 'running') return this.phase;
    return well ? 'ready' : 'unready';
  }
}

const outcomeOf = async (check: HealthCheck): Promise<string> => {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`)), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([check(), timeout]);
    return 'ok';
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  } finally {
    clearTimeout(timer);
  }
};
