import type { Catalogue } from '@minhai/events';
import { revealFunction, VIEW_READERS, type GeneratedObject } from '@minhai/postgres';
import { eventView } from './event-view.js';
import { viewNameOf } from './view-name.js';

/** Overwrites keys of each item of an array, or of a single object. */
const MASK_ITEMS = `
CREATE OR REPLACE FUNCTION lake.mask_items(value jsonb, masks jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE jsonb_typeof(value)
    WHEN 'array' THEN (SELECT coalesce(jsonb_agg(x.item || masks ORDER BY x.place), '[]')
      FROM jsonb_array_elements(value) WITH ORDINALITY AS x(item, place))
    WHEN 'object' THEN value || masks
    ELSE value END
$$;
REVOKE EXECUTE ON FUNCTION lake.mask_items(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lake.mask_items(jsonb, jsonb) TO ${VIEW_READERS}`;

/** A typed SQL view for every event type of the catalogue, and what the views stand on. Throws on clashing names. */
export function eventViews(catalogue: Catalogue): readonly GeneratedObject[] {
  const types = catalogue.all();
  if (new Set(types.map(({ type }) => viewNameOf(type))).size < types.length)
    throw new TypeError('two event types give one view');
  const masking: GeneratedObject = {
    name: 'masking',
    create: `GRANT USAGE ON SCHEMA lake TO ${VIEW_READERS};${revealFunction('lake')};${MASK_ITEMS}`,
    drop: '',
  };
  return [masking, ...types.map(eventView)];
}
