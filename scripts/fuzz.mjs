// npm run fuzz -- intake [--hostile N] [--valid N] [--seed S] [--json]: hostile and valid inputs to a whole instance; a short run is part of npm test.
import { runBuilt } from './run-built.mjs';

await runBuilt('fuzz/main.js');
