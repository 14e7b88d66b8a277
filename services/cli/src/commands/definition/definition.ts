import type { DefinitionVersion, DefinitionWithText } from '@minhai/metrics';
import { addressesOf } from '../../stack/addresses.js';
import type { CommandContext } from '../command.js';
import { getJson } from '../http-json.js';

interface Json {
  readonly json?: boolean;
}

const definitionsOf = ({ config }: CommandContext): string => `${addressesOf(config).metrics}/v1/definitions`;

export async function list({ json }: Json, context: CommandContext): Promise<void> {
  const answer = await getJson<{ definitions: DefinitionVersion[] }>(definitionsOf(context));
  if (json) return context.terminal.json(answer);
  context.terminal.table(
    ['indicator', 'version', 'valid from', 'adopted', 'by', 'sha256', 'in force'].map((title) => ({ title })),
    answer.definitions.map((one) => [
      one.id,
      String(one.version),
      one.validFrom,
      one.adoptedAt,
      one.adoptedBy,
      one.digest.slice(0, 16),
      one.inForce ? '✓' : '',
    ]),
  );
}

export async function show(id: string, { json }: Json, context: CommandContext): Promise<void> {
  const url = `${definitionsOf(context)}/${encodeURIComponent(id)}`;
  const answer = await getJson<{ versions: DefinitionWithText[] }>(url);
  if (json) return context.terminal.json(answer);
  for (const { version, digest, inForce, definition } of answer.versions) {
    context.terminal.print(`version ${version}${inForce ? ', in force' : ''}, sha256:${digest}`);
    context.terminal.print(JSON.stringify(definition, undefined, 2));
  }
}
