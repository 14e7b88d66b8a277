import type { Exit } from '../process/guarded-child.js';
import { decideRestart, freshPolicy, type RestartPolicy } from './restart-policy.js';

/** A process that has started, whether or not it is ready. */
export interface RunningProcess {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

export type ProcessState = 'stopped' | 'starting' | 'running' | 'waiting' | 'failed' | 'stopping';

export interface ProcessSpec {
  readonly name: string;
  readonly port: number;
  /** Starts it; resolves when ready. `spawned` is told as soon as there is a process, before it is ready. */
  start(spawned: (process: RunningProcess) => void): Promise<RunningProcess>;
}

export interface SupervisionHooks {
  /** After every change of state or process. */
  readonly changed: () => void;
  /** Something the operator should read. */
  readonly say: (message: string) => void;
}

/** One process that is started, watched, restarted with growing delays, and stopped. */
export class SupervisedProcess {
  readonly name: string;
  readonly port: number;
  private current: RunningProcess | undefined;
  private currentState: ProcessState = 'stopped';
  private policy: RestartPolicy = freshPolicy;
  private readyAt: number | undefined;
  private startedAt: number | undefined;
  private timer: NodeJS.Timeout | undefined;
  private attempting: Promise<void> | undefined;
  /** Whether it is started again when it ends by itself; not before it has run once. */
  private wanted = false;
  private stopRequested = false;
  private restartCount = 0;

  constructor(
    private readonly spec: ProcessSpec,
    private readonly hooks: SupervisionHooks,
  ) {
    this.name = spec.name;
    this.port = spec.port;
  }

  get pid(): number | undefined {
    return this.current?.pid;
  }

  get state(): ProcessState {
    return this.currentState;
  }

  /** Times it was started again by itself. */
  get restarts(): number {
    return this.restartCount;
  }

  /** Epoch ms of the present process's start. */
  get since(): number | undefined {
    return this.current && this.startedAt;
  }

  /** Starts it and resolves when it is ready. Throws what the first attempt throws; later ends are handled by restarts. */
  async start(): Promise<void> {
    this.wanted = false;
    this.stopRequested = false;
    this.policy = freshPolicy;
    await this.attempt();
    this.wanted = !this.stopRequested;
  }

  /**
   * Sends a signal to the real process. With `thenRestart: false` it stays down until `start()`: for fault tests and
   * for an operator who wants it so.
   */
  kill(signal: NodeJS.Signals, { thenRestart = true } = {}): void {
    this.wanted = thenRestart;
    this.current?.kill(signal);
  }

  /** Stops it cleanly and keeps it stopped. Also ends a start that is under way. */
  async stop(): Promise<void> {
    this.stopRequested = true;
    this.wanted = false;
    clearTimeout(this.timer);
    await this.stopCurrent();
    await this.attempting?.catch(() => undefined); // whoever asked for that start is told why it failed
    await this.stopCurrent();
    this.enter('stopped');
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Resolves when the present process has ended; at once when there is none. */
  async ended(): Promise<void> {
    await this.current?.exited;
  }

  private async stopCurrent(): Promise<void> {
    const running = this.current;
    if (!running) return;
    this.enter('stopping');
    await running.stop();
    await running.exited;
  }

  private attempt(): Promise<void> {
    const attempt = this.bringUp().finally(() => {
      if (this.attempting === attempt) this.attempting = undefined;
    });
    this.attempting = attempt;
    return attempt;
  }

  private async bringUp(): Promise<void> {
    this.enter('starting');
    this.readyAt = undefined;
    let spawned: RunningProcess | undefined;
    try {
      const running = await this.spec.start((process) => this.adopt((spawned = process)));
      if (spawned !== running) this.adopt(running);
      this.readyAt = performance.now();
      if (this.current === running) this.enter('running');
    } catch (error) {
      // Without a process nobody will report its end: the failure itself is the end.
      if (!spawned) this.enter('stopped');
      throw error;
    }
  }

  private adopt(running: RunningProcess): void {
    this.current = running;
    this.startedAt = Date.now();
    this.hooks.changed();
    void running.exited.then((exit) => {
      if (this.current !== running) return;
      this.current = undefined;
      this.ownEnd(exit);
    });
  }

  private ownEnd(exit: Exit): void {
    if (!this.wanted) return this.enter('stopped');
    const readyForMs = this.readyAt === undefined ? 0 : performance.now() - this.readyAt;
    this.again(`${this.name} ended (${describeExit(exit)})`, readyForMs);
  }

  private again(reason: string, readyForMs: number): void {
    const decision = decideRestart(this.policy, readyForMs);
    if (!decision.restart) {
      this.hooks.say(
        `${reason}; given up after ${decision.failures} failures in a row. Its log says why: npx minhai logs ${this.name}`,
      );
      return this.enter('failed');
    }
    this.policy = decision.policy;
    this.hooks.say(`${reason}; starting it again in ${decision.delayMs} ms`);
    this.enter('waiting');
    this.timer = setTimeout(() => void this.startAgain(), decision.delayMs);
  }

  private async startAgain(): Promise<void> {
    this.restartCount++;
    try {
      await this.attempt();
    } catch (error) {
      // A process that ended has been dealt with by its own end; only one that never existed is dealt with here.
      if (this.wanted && this.currentState === 'stopped')
        this.again(`${this.name} did not start (${(error as Error).message})`, 0);
    }
  }

  private enter(state: ProcessState): void {
    this.currentState = state;
    this.hooks.changed();
  }
}

const describeExit = ({ code, signal }: Exit): string => (signal ? `signal ${signal}` : `exit code ${code}`);
