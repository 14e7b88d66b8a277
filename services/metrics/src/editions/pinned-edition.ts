import { parseInstant } from '@minhai/domain';
import { pinnedDefinition } from '../definitions/definition-version.js';
import type { EditionContents, EditionPins } from './contents.js';

export const parseContents = (bytes: Uint8Array): EditionContents =>
  JSON.parse(Buffer.from(bytes).toString('utf8')) as EditionContents;

/** What an edition was made from, read out of it: its own definitions, not those in the code. */
export function pinsOf(contents: EditionContents): EditionPins {
  const { district, period, positions, facts, held } = contents;
  return {
    district,
    period,
    knownAt: parseInstant(contents.knownAt)!,
    positions,
    definitions: contents.definitions.map(({ definition }) => pinnedDefinition(definition)),
    facts,
    held,
  };
}
