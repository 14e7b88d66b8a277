import type { Bench } from './harness/bench.js';
import { gold } from './gold/gold.suite.js';
import { spine } from './spine/spine.suite.js';
import type { Reference } from './spine/yardstick.js';

export interface Suite {
  readonly benches: readonly Bench[];
  /** Where the figures are taken. */
  environment(): Promise<string>;
  reference(): Promise<Reference>;
}

export const SUITES: Readonly<Record<string, Suite>> = { spine, gold };
