import { sqlIdentifier, sqlLiteral } from './identifier.js';

/** Group role without login: its members see class 3–4 content in SQL views. `GRANT minhai_personal TO name`. */
export const PERSONAL_ROLE = 'minhai_personal';

/** Who may read the product's views; the mask depends on the role, not on the view. */
export const VIEW_READERS = `analyst, ${PERSONAL_ROLE}`;

/**
 * `<schema>.may_reveal(view, column)`: whether the role that queries may see personal content; asked once per query
 * and masked column, and only when the column is read. A yes goes to the server's log, which a reader can neither
 * switch off nor roll back. A role granted `WITH INHERIT FALSE` sees the mask until it says SET ROLE.
 */
export function revealFunction(schema: string): string {
  const name = `${sqlIdentifier(schema)}.may_reveal`;
  return `
CREATE OR REPLACE FUNCTION ${name}(view_name text, column_name text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT pg_has_role(current_user, ${sqlLiteral(PERSONAL_ROLE)}, 'usage') THEN RETURN false; END IF;
  RAISE LOG 'minhai reveal: login=% role=% column=${schema}.%.%', session_user, current_user, view_name, column_name;
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION ${name}(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${name}(text, text) TO ${VIEW_READERS}`;
}

export interface Masked {
  readonly schema: string;
  readonly view: string;
  readonly column: string;
  /** SQL expressions: what readers with the grant see, and what all others see. */
  readonly value: string;
  readonly mask: string;
}

/** A column of a view that shows `value` to readers with the grant and `mask` to all others. */
export const maskedColumn = ({ schema, view, column, value, mask }: Masked): string =>
  `CASE WHEN (SELECT ${sqlIdentifier(schema)}.may_reveal(${sqlLiteral(view)}, ${sqlLiteral(column)}))
    THEN ${value} ELSE ${mask} END`;
