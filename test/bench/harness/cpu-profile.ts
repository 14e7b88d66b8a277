import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { basename, dirname, join } from 'node:path';

/**
 * Loaded into a service with --import: writes a CPU profile of its whole life. Node 20 does not take --cpu-prof from
 * NODE_OPTIONS, and the command line of a service is its supervisor's.
 */
const directory = process.env.MINHAI_BENCH_PROFILES;
if (directory !== undefined) {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.start');
  process.once('exit', () =>
    session.post('Profiler.stop', (_error, { profile }) => {
      mkdirSync(directory, { recursive: true });
      // services/lake/dist/main.js → lake
      const service = basename(dirname(dirname(process.argv[1] ?? 'node')));
      writeFileSync(join(directory, `${service}-${process.pid}.cpuprofile`), JSON.stringify(profile));
    }),
  );
}
