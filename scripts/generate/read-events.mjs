// Reads schemas/ as data: event folders, schema versions, code lists.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const directories = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** One entry per folder `schemas/events/<domain>/<name>/`, sorted by type. */
export function readEventFolders(root) {
  const events = join(root, 'schemas/events');
  return directories(events).flatMap((domain) =>
    directories(join(events, domain)).map((name) => readFolder(join(events, domain, name), domain, name)),
  );
}

function readFolder(path, domain, name) {
  const files = readdirSync(path);
  const samples = existsSync(join(path, 'samples')) ? readdirSync(join(path, 'samples')).sort() : [];
  const versions = files
    .map((file) => /^v([1-9]\d*)\.avsc$/.exec(file)?.[1])
    .filter((version) => version !== undefined)
    .map(Number)
    .sort((a, b) => a - b)
    .map((version) => ({
      version,
      schema: JSON.parse(readFileSync(join(path, `v${version}.avsc`), 'utf8')),
    }));
  return {
    type: `cn.gov.mca.${domain}.${name}`,
    domain,
    name,
    folder: `events/${domain}/${name}`,
    versions,
    samples,
    refused: samples.includes('refused.json')
      ? JSON.parse(readFileSync(join(path, 'samples/refused.json'), 'utf8'))
      : [],
    hasRules: files.includes('rules.ts'),
  };
}

/** Every `schemas/codelists/<list>.json`, sorted by name. */
export function readCodeLists(root) {
  const path = join(root, 'schemas/codelists');
  return readdirSync(path)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ file, ...JSON.parse(readFileSync(join(path, file), 'utf8')) }));
}

/** The stable id of a schema version: it needs no registry and is the same everywhere. */
export const schemaIdOf = (type, version) =>
  createHash('sha256').update(`${type}:${version}`).digest().readUInt32BE(0) & 0x7fffffff;

/** SHA-256 over the schema with sorted keys: layout may change after a release, content may not. */
export const schemaHash = (schema) => createHash('sha256').update(canonicalJson(schema)).digest('hex');

function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
}
