import { homeLayout } from '../home.js';
import { takeInstanceLock } from '../supervisor/instance-lock.js';
import type { Stack, StackOptions, Step } from './stack.js';

const plainStep: Step = (_label, work) => work(() => undefined);

/**
 * Starts PostgreSQL, Kafka and every service, each after what it needs, and resolves when all are ready.
 * When a part does not start, what has started is stopped again and the reason is thrown.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  // The Kafka client and the migration runner are large, and most commands never start anything.
  const { RunningStack } = await import('./running-stack.js');
  const layout = homeLayout(options.home);
  const releaseLock = takeInstanceLock(layout.lockFile, options.home);
  const stack = new RunningStack(options, layout, releaseLock);
  options.signal?.addEventListener('abort', () => void stack.stop(), { once: true });
  try {
    options.signal?.throwIfAborted();
    await stack.bringUp(options.step ?? plainStep);
    return stack;
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
