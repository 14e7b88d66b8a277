import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Right } from './rights.js';

@Entity({ schema: 'gateway', name: 'credential' })
export class CredentialEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** SHA-256 of the token; the token itself is shown once and never stored. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('text', { array: true })
  sources!: string[];

  @Column('text', { array: true })
  rights!: Right[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
