import { firstDayOfYear } from '@minhai/domain';
import { canonicalText, type JsonValue } from '../editions/canonical-text.js';
import { sha256 } from '../editions/edition-verifier.js';
import type { IndicatorDefinition } from '../indicators/definition.js';

/** Both plans are of 2021 to 2025. */
const PLAN_BEGINNING = firstDayOfYear(2021);

export interface PinnedDefinition {
  readonly id: string;
  readonly version: number;
  readonly validFrom: string;
  /** SHA-256 of `text`, hex. */
  readonly digest: string;
  /** The definition in full, version and validity included, as canonical JSON. */
  readonly text: string;
  readonly definition: IndicatorDefinition;
}

/** A definition as it can be kept, compared and proved: with what it leaves to defaults written out. */
export function pinnedDefinition(indicator: IndicatorDefinition): PinnedDefinition {
  const { id, version = 1, validFrom = PLAN_BEGINNING } = indicator;
  const definition: IndicatorDefinition = { ...indicator, version, validFrom };
  const text = canonicalText(definition as unknown as JsonValue);
  return { id, version, validFrom, digest: sha256(text), text, definition };
}
