import { startTestStack, type TestStack } from './test-stack.js';

const RUNNING = Symbol.for('minhai.test-stack');

export default async function setUp(): Promise<void> {
  const stack = await startTestStack();
  (globalThis as { [RUNNING]?: TestStack })[RUNNING] = stack;
  for (const [name, value] of Object.entries(stack.environment)) process.env[name] ??= value;
}
