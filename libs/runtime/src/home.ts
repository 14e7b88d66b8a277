import { join, resolve } from 'node:path';
import { repositoryRoot } from './repository.js';

/** Where an instance keeps everything it owns: MINHAI_HOME, or `.minhai` in the repository. Absolute. */
export function homeDirectory(env: Readonly<Record<string, string | undefined>>): string {
  return env.MINHAI_HOME ? resolve(env.MINHAI_HOME) : join(repositoryRoot, '.minhai');
}

export interface HomeLayout {
  readonly home: string;
  readonly postgres: string;
  readonly kafka: string;
  readonly logs: string;
  readonly secretsFile: string;
  readonly stateFile: string;
  readonly lockFile: string;
  logFile(name: string): string;
}

/** The names inside a home directory. */
export function homeLayout(home: string): HomeLayout {
  const logs = join(home, 'logs');
  return {
    home,
    postgres: join(home, 'postgres'),
    kafka: join(home, 'kafka'),
    logs,
    secretsFile: join(home, 'secrets.json'),
    stateFile: join(home, 'run', 'state.json'),
    lockFile: join(home, 'run', 'lock.json'),
    logFile: (name) => join(logs, `${name}.log`),
  };
}
