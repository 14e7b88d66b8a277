import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Code } from '@minhai/errors';
import type { EventFolder } from './contract.js';
import { PACKAGE_ROOT, readPackageJson } from './package-file.js';

type Json = Readonly<Record<string, unknown>>;

export interface ValidSample {
  /** `plain`, `all-fields` or what makes it an edge case. */
  readonly name: string;
  /** A CloudEvent ready to send. */
  readonly event: Json;
}

/** An event that is refused for exactly one reason. */
export interface RefusedSample extends ValidSample {
  readonly code: Code;
  /** Name of the broken rule when the code is `RULE`. */
  readonly rule: string | undefined;
  readonly pointer: string;
}

export interface EventSamples {
  readonly valid: readonly ValidSample[];
  readonly refused: readonly RefusedSample[];
}

/** A row of `refused.json`: what to change in a valid sample (`from`, else `plain`) so that it is refused. */
interface RefusedCase {
  readonly name: string;
  readonly code: Code;
  readonly rule?: string;
  readonly pointer: string;
  readonly from?: string;
  /** JSON Merge Patch (RFC 7396): null takes a member away. */
  readonly change: unknown;
}

/** The samples of one event type, from its folder. */
export function readEventSamples({ folder }: EventFolder): EventSamples {
  const valid = readdirSync(fileURLToPath(new URL(`${folder}/samples/`, PACKAGE_ROOT)))
    .filter((file) => file.startsWith('valid-'))
    .sort()
    .map((file) => ({
      name: file.slice('valid-'.length, -'.json'.length),
      event: readPackageJson(`${folder}/samples/${file}`) as Json,
    }));
  const cases = readPackageJson(`${folder}/samples/refused.json`) as readonly RefusedCase[];
  return {
    valid,
    refused: cases.map(({ name, code, rule, pointer, from = 'plain', change }) => {
      const base = valid.find((sample) => sample.name === from);
      if (!base) throw new TypeError(`${folder}/samples/refused.json: ${name} starts from no valid sample`);
      return { name, code, rule, pointer, event: mergePatch(base.event, change) as Json };
    }),
  };
}

function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
