import { createHash } from 'node:crypto';

/** First four bytes (big-endian) of SHA-256(`<type>:<version>`) without the sign bit: no registry hands it out. */
export const schemaIdOf = (type: string, version: number): number =>
  createHash('sha256').update(`${type}:${version}`).digest().readUInt32BE(0) & 0x7fffffff;

export const schemaUrn = (type: string, version: number): string => `urn:mca:schema:${type}:${version}`;
