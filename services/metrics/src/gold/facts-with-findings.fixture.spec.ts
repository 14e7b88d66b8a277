import { openDatabase, type Database } from '@minhai/postgres';
import { TEST_DATABASE_URL } from '@minhai/testing';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';

export interface FactsWithFindings {
  /** As somebody without any grant. */
  readonly analyst: Database;
  readonly admin: Database;
  drop(): Promise<void>;
}

/** The tables of metrics with one open finding of each fact, numbered in this order; its entity is `key of <fact>`. */
export async function factsWithFindings(
  name: string,
  facts: readonly string[],
  finding: { readonly rule: string; readonly severity: string; readonly detail: object },
): Promise<FactsWithFindings> {
  const created = await metricsDatabase(name);
  const analyst = openDatabase({ url: created.url('analyst'), applicationName: 'spec' });
  const url = new URL(process.env[TEST_DATABASE_URL]!);
  url.pathname = new URL(created.url('analyst')).pathname;
  const admin = openDatabase({ url: url.toString(), applicationName: 'spec', maxConnections: 1 });
  await admin.query(
    `INSERT INTO metrics.fact_definition (fact, name, fingerprint)
     SELECT f.number, f.name, '' FROM unnest($1::text[]) WITH ORDINALITY AS f (name, number)`,
    [facts],
  );
  await admin.query(
    `INSERT INTO metrics.finding (fact, entity, finding_id, rule, severity, district, street, detail, causes, known_from)
     SELECT d.fact, 'key of ' || d.name, gen_random_uuid(), $1, $2, '310105', 'unknown', $3, '{}', now()
     FROM metrics.fact_definition d`,
    [finding.rule, finding.severity, JSON.stringify(finding.detail)],
  );
  return {
    analyst,
    admin,
    drop: async () => {
      await Promise.all([analyst.close(), admin.close()]);
      await created.drop();
    },
  };
}
