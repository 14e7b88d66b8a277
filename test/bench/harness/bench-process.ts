import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of the bench itself: a load, or a server to compare with. It ends with us. */
export interface BenchProcess {
  readonly pid: number;
  send(message: object): void;
  /** The next message with this `type`. Throws when the process ends first. */
  next<T extends object>(type: string): Promise<T>;
  stop(): Promise<void>;
}

interface Typed {
  readonly type: string;
}

/** Starts the compiled module `name`, beside the file at `from`, with `job` as its first message. */
export function startBenchProcess(name: string, from: string, job: object): BenchProcess {
  const child = fork(fileURLToPath(new URL(name, from)), [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const inbox: Typed[] = [];
  const waiting = new Map<string, (message: never) => void>();
  let failure: Error | undefined;
  let fail: (error: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => (fail = reject));
  ended.catch(() => undefined); // told by whoever waits for a message
  child.on('message', (message: Typed) => {
    const take = waiting.get(message.type);
    waiting.delete(message.type);
    if (take) take(message as never);
    else inbox.push(message);
  });
  child.on('exit', (code, signal) => fail((failure = new Error(`${name} ended (${signal ?? code})`))));
  child.send(job);
  return {
    pid: child.pid!,
    send: (message) => void child.send(message),
    next: <T extends object>(type: string) => {
      const found = inbox.findIndex((message) => message.type === type);
      if (found !== -1) return Promise.resolve(inbox.splice(found, 1)[0] as unknown as T);
      return Promise.race([
        ended,
        new Promise<T>((resolve) => waiting.set(type, resolve as (message: never) => void)),
      ]);
    },
    async stop() {
      if (failure) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** In such a process: the job it was started with. The process ends when whoever started it goes. */
export function receiveJob<Job extends object>(): Promise<Job> {
  process.once('disconnect', () => process.exit(0));
  return new Promise((resolve) => process.once('message', (job) => resolve(job as Job)));
}

/** In such a process: resolves at the next message with this type. */
export function told(type: string): Promise<void> {
  return new Promise((resolve) => {
    const listen = (message: unknown): void => {
      if ((message as Typed).type !== type) return;
      process.off('message', listen);
      resolve();
    };
    process.on('message', listen);
  });
}

export const tell = (type: string, content: object = {}): void => void process.send!({ type, ...content });
