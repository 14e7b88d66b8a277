import { createHash } from 'node:crypto';

/**
 * Id of a schema that was registered by hand: from its subject and content, so two gateways and two installations give
 * the same one without asking each other. `attempt` counts from 0; it moves on when the id is taken.
 */
export function handRegisteredId(subject: string, fingerprint: Buffer, attempt: number): number {
  const text = `${subject}:${fingerprint.toString('hex')}:${attempt}`;
  const id = createHash('sha256').update(text).digest().readUInt32BE(0) & 0x7fffffff;
  return id === 0 ? 1 : id;
}
