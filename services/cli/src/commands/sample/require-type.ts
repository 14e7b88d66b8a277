import type { Catalogue } from '@minhai/events';
import { findType, nearTypes } from '@minhai/samples';
import { CommandError } from '../command.js';

/** The full name of an event type. Throws CommandError that names the nearest ones. */
export function requireType(name: string, catalogue: Catalogue): string {
  const type = findType(name, catalogue);
  if (type !== undefined) return type;
  const near = nearTypes(name, catalogue);
  throw new CommandError(
    `there is no event type ${name}; ${near.length > 0 ? `perhaps ${near.join(' or ')}` : 'npx minhai sample --list lists them'}`,
  );
}
