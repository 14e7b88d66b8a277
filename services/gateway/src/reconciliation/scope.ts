import { RefusedError } from '@minhai/errors';
import type { SourceRule } from '../credentials/source-rule.js';
import type { Scope } from './reconciliation.store.js';

/** Asks for the records whose source could not be read. */
export const UNATTRIBUTED = 'unattributed';

const EVERY_SOURCE = 'urn:mca:*';

/**
 * What a credential sees of what it asks for. Records of unknown source may be anybody's, so only who is bound to
 * every source sees them. Throws RefusedError 403 for a source the credential is not bound to.
 */
export function scopeOf(sources: SourceRule, asked: string | undefined): Scope {
  const wanted = asked === UNATTRIBUTED ? null : asked;
  const maySee = (source: string | null): boolean =>
    source === null ? sources.patterns.includes(EVERY_SOURCE) : sources.allows(source);
  if (wanted === undefined) return { allows: maySee };
  if (!maySee(wanted)) throw new RefusedError(403, 'SOURCE_NOT_ALLOWED');
  return { only: wanted ?? undefined, allows: (source) => source === wanted };
}
