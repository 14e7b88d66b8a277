import { createHash } from 'node:crypto';
import { fullNameOf, namespaceOf } from './avro-name.js';

type Node = Readonly<Record<string, unknown>>;

/**
 * Avro's parsing canonical form with logical types kept: what a value's bytes depend on, and how they are read.
 * Titles, classes, code lists, defaults and the order of attributes are left out, so the plain schema a client made of
 * a contract has the form of the contract. Only for schemas without `schemaLimitProblems`.
 */
export const canonicalSchema = (schema: unknown): string => JSON.stringify(canonical(schema, ''));

/** SHA-256 of the canonical form. */
export const schemaFingerprint = (schema: unknown): Buffer =>
  createHash('sha256').update(canonicalSchema(schema)).digest();

/** Full name of a record, e.g. `cn.gov.mca.eldercare.BedChanged`: the subject of a contract in a registry. */
export const recordName = (schema: Node): string => fullNameOf(schema);

function canonical(schema: unknown, enclosing: string): unknown {
  if (Array.isArray(schema)) return schema.map((branch) => canonical(branch, enclosing));
  if (typeof schema !== 'object' || schema === null) return schema;
  const node = schema as Node;
  if (node['type'] === 'record') return canonicalRecord(node, enclosing);
  if (node['type'] === 'enum')
    return { name: fullNameOf(node, enclosing), type: 'enum', symbols: node['symbols'] };
  if (node['type'] === 'array') return { type: 'array', items: canonical(node['items'], enclosing) };
  return canonicalLogical(node) ?? canonical(node['type'], enclosing);
}

function canonicalRecord(node: Node, enclosing: string): unknown {
  const name = fullNameOf(node, enclosing);
  const fields = (node['fields'] as readonly Node[]).map((field) => ({
    name: field['name'],
    type: canonical(field['type'], namespaceOf(name)),
  }));
  return { name, type: 'record', fields };
}

function canonicalLogical({ type, logicalType, precision, scale }: Node): unknown {
  if (logicalType === 'date') return { type, logicalType };
  return logicalType === 'decimal' ? { type, logicalType, precision, scale: scale ?? 0 } : undefined;
}
