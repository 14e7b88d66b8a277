import { spine } from '../spine/spine.suite.js';
import { goldReads } from './read.bench.js';

/** Reading figures; where they are taken is told as for the main job. */
export const gold = {
  ...spine,
  benches: [goldReads],
  reference: () => Promise.resolve({ path: '', rows: 0, dispose: () => Promise.resolve() }),
};
