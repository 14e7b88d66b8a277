import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';

/** One line that says where a figure was taken; figures without it mean nothing. */
export function environmentLine(parts: Readonly<Record<string, string>>): string {
  const cores = cpus();
  const machine = `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const versions = Object.entries(parts).map(([name, version]) => `${name} ${version}`);
  return [machine, `Linux ${release()}`, `Node ${process.version}`, ...versions, `commit ${commit()}`].join(
    ' · ',
  );
}

function commit(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ' with changes';
  return git('rev-parse', '--short', 'HEAD') + changed;
}
