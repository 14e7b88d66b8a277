// npm run bench -- spine|gold [--rounds 3] [--events N] [--only P1,P2] [--json]: measures against the goals; never part of npm test.
import { runBuilt } from './run-built.mjs';

await runBuilt('bench/main.js');
