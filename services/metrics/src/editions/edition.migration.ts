import { sqlMigration } from '@minhai/postgres';

const TABLES = ['edition_key', 'edition', 'edition_figure', 'edition_transition'];

const REFUSE_CHANGE = TABLES.map(
  (table) => `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON gold.${table}
      FOR EACH STATEMENT EXECUTE FUNCTION gold.refuse_change()`,
);

/** Figures come before the first signature; steps come in turn, about the contents of the edition. */
const GUARDS = [
  `CREATE FUNCTION gold.edition_figure_guard() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF EXISTS (SELECT FROM gold.edition_transition t WHERE t.edition_id = NEW.edition_id) THEN
       RAISE EXCEPTION 'edition % is signed; its figures are complete', NEW.edition_id;
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER before_signature BEFORE INSERT ON gold.edition_figure
     FOR EACH ROW EXECUTE FUNCTION gold.edition_figure_guard()`,
  `CREATE FUNCTION gold.edition_transition_guard() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     prior text := (SELECT t.state FROM gold.edition_transition t
       WHERE t.edition_id = NEW.edition_id AND t.sequence = NEW.sequence - 1);
   BEGIN
     IF NOT (CASE NEW.state
       WHEN 'draft' THEN NEW.sequence = 1
       WHEN 'reviewed' THEN prior IS NOT DISTINCT FROM 'draft'
       WHEN 'published' THEN prior IS NOT DISTINCT FROM 'reviewed'
       ELSE coalesce(prior, 'withdrawn') <> 'withdrawn' END) THEN
       RAISE EXCEPTION 'edition %: % may not follow %', NEW.edition_id, NEW.state, coalesce(prior, 'nothing');
     END IF;
     IF NEW.digest <> (SELECT e.digest FROM gold.edition e WHERE e.id = NEW.edition_id) THEN
       RAISE EXCEPTION 'edition %: another digest is signed', NEW.edition_id;
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER in_turn BEFORE INSERT ON gold.edition_transition
     FOR EACH ROW EXECUTE FUNCTION gold.edition_transition_guard()`,
];

const CREATE = [
  `CREATE TABLE gold.edition_key (
     id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{64}$'),
     algorithm text NOT NULL CHECK (algorithm IN ('ed25519', 'sm2-sm3')),
     public_key text NOT NULL
   )`,
  `CREATE TABLE gold.edition (
     id text COLLATE "C" PRIMARY KEY,
     district text NOT NULL,
     period text NOT NULL,
     as_of date NOT NULL,
     known_at timestamptz NOT NULL,
     digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
     contents bytea NOT NULL,
     open_findings bigint NOT NULL,
     held_events bigint NOT NULL,
     CONSTRAINT digest_is_of_contents CHECK (digest = encode(sha256(contents), 'hex'))
   )`,
  `CREATE INDEX edition_period ON gold.edition (district, period)`,
  `CREATE TABLE gold.edition_figure (
     edition_id text COLLATE "C" NOT NULL REFERENCES gold.edition,
     indicator_id text COLLATE "C" NOT NULL,
     region text COLLATE "C" NOT NULL,
     value numeric,
     numerator numeric,
     denominator numeric,
     withheld boolean NOT NULL,
     base_published numeric,
     base_computed numeric,
     base_match boolean,
     target_literal text,
     completion numeric,
     status text,
     definition_version integer NOT NULL,
     definition_digest text NOT NULL,
     PRIMARY KEY (edition_id, indicator_id, region),
     CONSTRAINT withheld_is_empty CHECK (NOT withheld OR (value IS NULL AND numerator IS NULL AND denominator IS NULL))
   )`,
  `CREATE TABLE gold.edition_transition (
     edition_id text COLLATE "C" NOT NULL REFERENCES gold.edition,
     sequence integer NOT NULL,
     state text NOT NULL CHECK (state IN ('draft', 'reviewed', 'published', 'withdrawn')),
     by_reader text NOT NULL,
     at text NOT NULL,
     digest text NOT NULL,
     reason text,
     key_id text NOT NULL REFERENCES gold.edition_key,
     previous text,
     signature text NOT NULL,
     PRIMARY KEY (edition_id, sequence),
     CONSTRAINT sequence_from_one CHECK (sequence BETWEEN 1 AND 4),
     CONSTRAINT first_has_no_previous CHECK ((sequence = 1) = (previous IS NULL)),
     CONSTRAINT withdrawal_has_a_reason CHECK ((state = 'withdrawn') = (reason IS NOT NULL))
   )`,
  `CREATE UNIQUE INDEX edition_by_three_persons ON gold.edition_transition (edition_id, by_reader) WHERE state <> 'withdrawn'`,
  `CREATE VIEW gold.edition_state AS
     SELECT e.id, e.district, e.period, e.as_of, e.known_at, e.digest, e.open_findings, e.held_events,
       (SELECT t.state FROM gold.edition_transition t WHERE t.edition_id = e.id ORDER BY t.sequence DESC LIMIT 1) AS state
     FROM gold.edition e`,
];

const COMMENTS: Readonly<Record<string, string>> = {
  'TABLE gold.edition':
    '定稿：某区某一时期的全部指标，内容不变 · a period’s figures of a district, pinned for good',
  'COLUMN gold.edition.period': '年或月 · a year or a month',
  'COLUMN gold.edition.as_of': '截至日 · last day of the period',
  'COLUMN gold.edition.known_at': '登记截止时间 · only what was registered by then counts',
  'COLUMN gold.edition.digest': '内容摘要（SHA-256） · SHA-256 of contents',
  'COLUMN gold.edition.contents': '规范化 JSON，即 edition.json · canonical JSON, byte for byte edition.json',
  'COLUMN gold.edition.open_findings': '未关闭的数据质量问题数 · findings open then',
  'COLUMN gold.edition.held_events': '起草时湖中扣留的事件数 · events the lake held back when it was drafted',
  'VIEW gold.edition_state': '定稿及其当前状态 · editions with their state',
  'TABLE gold.edition_figure': '定稿中的指标值 · figures of editions',
  'COLUMN gold.edition_figure.region': '区、街镇代码或 unknown · district, 街镇 or unknown',
  'COLUMN gold.edition_figure.withheld': '因涉及人数过少而不予公布 · withheld because it tells of few people',
  'COLUMN gold.edition_figure.definition_digest': '所用指标定义的摘要 · SHA-256 of the definition used',
  'TABLE gold.edition_transition':
    '定稿的每一步：起草、复核、发布、撤回，均有签名并与上一步相连 · each step, signed and chained to the one before',
  'COLUMN gold.edition_transition.by_reader': '经办人；起草、复核、发布须为三人 · three different persons',
  'COLUMN gold.edition_transition.at': '时间（RFC 3339，按签名原文） · as signed',
  'COLUMN gold.edition_transition.previous': '上一步的摘要 · SHA-256 of the step before with its signature',
  'TABLE gold.edition_key': '签名公钥 · public keys editions are signed with',
};

/** Editions and what proves them: nothing in them can be changed, by whomever. */
export const CreateEdition = sqlMigration(
  'CreateEdition',
  1_790_000_531_000,
  [
    ...CREATE,
    ...REFUSE_CHANGE,
    ...GUARDS,
    ...Object.entries(COMMENTS).map(([object, text]) => `COMMENT ON ${object} IS '${text}'`),
    `GRANT SELECT, INSERT ON ${TABLES.map((table) => `gold.${table}`).join(', ')} TO minhai_metrics`,
    `GRANT SELECT ON gold.edition_state TO minhai_metrics, analyst`,
    `GRANT SELECT ON ${TABLES.map((table) => `gold.${table}`).join(', ')} TO analyst`,
  ],
  [
    `DROP VIEW gold.edition_state`,
    ...TABLES.toReversed().map((table) => `DROP TABLE gold.${table}`),
    `DROP FUNCTION gold.edition_figure_guard(), gold.edition_transition_guard()`,
  ],
);
