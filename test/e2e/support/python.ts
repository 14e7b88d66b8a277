import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './command.js';

/** What the script imports; other packages follow from it. */
const REQUIREMENTS = ['confluent-kafka[avro]==2.16.0'];
const INSTALL_MS = 300_000;

export interface Python {
  /** Runs a script of this folder with JSON on its standard input; answers the JSON it prints. */
  run<T>(script: string, input: unknown): Promise<T>;
}

/** A virtual environment of its own, made once and kept in `.e2e`; a sentence when this machine cannot have one. */
export async function preparePython(): Promise<Python | string> {
  const digest = createHash('sha256').update(REQUIREMENTS.join(' ')).digest('hex').slice(0, 12);
  const home = join(repositoryRoot, '.e2e', `python-${digest}`);
  const stamp = join(home, '.complete');
  const interpreter = join(home, 'bin', 'python');
  if (!existsSync(stamp)) {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    const steps: [string, string[]][] = [
      ['python3', ['-m', 'venv', home]],
      [interpreter, ['-m', 'pip', 'install', '--quiet', ...REQUIREMENTS]],
    ];
    for (const [command, args] of steps) {
      const { code, output } = await finished(command, args);
      if (code !== 0)
        return `${[command, ...args].join(' ')} ended with ${code}: ${output.trim().slice(-600)}`;
    }
    writeFileSync(stamp, '');
  }
  return { run: (script, input) => runScript(interpreter, script, input) };
}

async function runScript<T>(interpreter: string, script: string, input: unknown): Promise<T> {
  const path = join(repositoryRoot, 'test/e2e/support', script);
  const { code, output, stdout } = await finished(interpreter, [path], JSON.stringify(input));
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${output.slice(-2_000)}`);
  return JSON.parse(stdout) as T;
}

function finished(
  command: string,
  args: readonly string[],
  input = '',
): Promise<{ code: number | string; output: string; stdout: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { signal: AbortSignal.timeout(INSTALL_MS) });
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ code: error.code ?? 'error', output, stdout }),
    );
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? 'killed', output, stdout }));
    child.stdin.on('error', () => undefined); // it may end without reading
    child.stdin.end(input);
  });
}
