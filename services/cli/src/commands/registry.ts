import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CliCommand } from './command.js';

/** Loads every `<directory>/<name>/<name>.command.js`, in the order of the help text. */
export async function loadCommands(directory: string): Promise<CliCommand[]> {
  const files = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(directory, name, `${name}.command.js`))
    .filter((file) => existsSync(file));
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(file).href) as Promise<{ command: CliCommand }>),
  );
  return modules.map(({ command }) => command).sort((a, b) => a.order - b.order);
}
