// npm run bench -- spine|gold [--rounds 3] [--events N] [--only P1,P2] [--json]: measures against the goals; never part of npm test.
import { runBuilt } from './run-built.mjs';

// As the services are started: what a bench folds in its own process has the same memory.
await runBuilt('bench/main.js', ['--max-semi-space-size=64']);
