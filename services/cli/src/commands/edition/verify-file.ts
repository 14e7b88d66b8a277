import { readFileSync } from 'node:fs';
import { verifyEdition } from '@minhai/metrics/edition-verifier';
import { CommandError, type CommandContext } from '../command.js';

export interface VerifyOptions {
  readonly key?: readonly string[];
  readonly json?: boolean;
}

const NOT_WHOLE = 1;

export function verifyFile(
  file: string,
  { key, json }: VerifyOptions,
  { terminal, exitWith }: CommandContext,
): void {
  const verification = verifyEdition(readBytes(file), key ?? null);
  const { valid, claim, problems } = verification;
  if (!valid) exitWith(NOT_WHOLE);
  if (json) return terminal.json(verification);
  for (const { check, pointer, message } of problems)
    terminal.print(`✗ ${check} ${pointer || '/'}: ${message}`);
  if (!valid || !claim) return terminal.print('✗ do not rely on this file');
  const width = Math.max(...claim.steps.map(({ by }) => by.length));
  for (const { state, by, at } of claim.steps)
    terminal.print(`  ${state.padEnd(10)} ${by.padEnd(width)}  ${at}`);
  terminal.print(`  figures of ${claim.district}, ${claim.period}, as registered by ${claim.knownAt}`);
  terminal.print(`✓ ${claim.edition} is whole, ${claim.state}, sha256:${claim.digest}`);
  if (key === undefined)
    terminal.print(
      `  signed with ${claim.keys.join(', ')}: compare with the publisher’s, or pass it as --key`,
    );
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new CommandError(`cannot read ${file}`);
  }
}
