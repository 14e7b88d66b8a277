import type { Database, Parameter } from '@minhai/postgres';
import { recordDefinitions } from '../definitions/definition-history.store.js';
import { pinnedDefinition } from '../definitions/definition-version.js';
import { rebuildWithheld } from '../flush/flush-withheld.js';
import { holdFlushLock } from '../flush/flush.store.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { rebuildProgress } from '../standing/flush-progress.js';

const rowOf = (indicator: IndicatorDefinition) => {
  const { base, target, source } = indicator;
  return {
    id: indicator.id,
    version: pinnedDefinition(indicator).version,
    valid_from: pinnedDefinition(indicator).validFrom,
    district: indicator.district,
    ordinal: indicator.order,
    name_zh: indicator.names.zh,
    name_en: indicator.names.en,
    definition_zh: indicator.definition.zh,
    definition_en: indicator.definition.en,
    unit: indicator.unit,
    decimals: indicator.decimals,
    kind: indicator.kind,
    property: indicator.property,
    breakdown: indicator.breakdown,
    numerator: indicator.numerator,
    denominator: indicator.denominator,
    factor: indicator.factor,
    divisor: indicator.divisor ?? 1,
    base_as_of: base?.asOf ?? null,
    base_published: base?.published ?? null,
    base_literal: base?.literal ?? null,
    base_tolerance: base?.declaredMismatch?.tolerance ?? null,
    base_mismatch_zh: base?.declaredMismatch?.reason.zh ?? null,
    base_mismatch_en: base?.declaredMismatch?.reason.en ?? null,
    target_literal: target?.literal ?? null,
    target_comparator: target?.comparator ?? null,
    target_value: typeof target?.value === 'string' ? target.value : null,
    target_of: typeof target?.value === 'string' ? null : (target?.value ?? null),
    target_upper: target?.upper ?? null,
    target_year: target?.year ?? null,
    target_from_year: target?.period?.from ?? null,
    target_to_year: target?.period?.to ?? null,
    source_document: source.document,
    source_section: source.section,
    source_quote: source.quote,
  };
};

/** Makes gold.indicator equal to the definitions in the code and remembers those that are new; values of indicators that are gone go with them. */
export async function storeDefinitions(
  database: Database,
  indicators: readonly IndicatorDefinition[],
): Promise<void> {
  const rows: Parameter[] = [JSON.stringify(indicators.map(rowOf))];
  await database.transaction(async (tx) => {
    await holdFlushLock(tx);
    await tx.query('LOCK TABLE gold.indicator IN SHARE ROW EXCLUSIVE MODE');
    await tx.query('DELETE FROM gold.indicator');
    await tx.query(
      'INSERT INTO gold.indicator SELECT * FROM jsonb_populate_recordset(NULL::gold.indicator, $1::jsonb)',
      rows,
    );
    await recordDefinitions(tx, indicators);
    await tx.query(
      'DELETE FROM metrics.indicator_value v WHERE NOT EXISTS (SELECT FROM gold.indicator i WHERE i.id = v.indicator_id)',
    );
    await rebuildWithheld(tx, indicators);
    await rebuildProgress(tx, indicators);
  });
}
