import type { TestStack } from './test-stack.js';

const RUNNING = Symbol.for('minhai.test-stack');

export default async function tearDown(): Promise<void> {
  await (globalThis as { [RUNNING]?: TestStack })[RUNNING]?.stop();
}
