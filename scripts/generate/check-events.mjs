// What every event folder must satisfy. Each check returns sentences that name the place.
import { schemaIdOf } from './read-events.mjs';

const PRIMITIVES = new Set(['boolean', 'int', 'long', 'string']);
const CHECKS = new Set([
  'cert-id',
  'cert-id-presented',
  'cn-org-code',
  'division',
  'gb2260',
  'household-ref',
  'key',
  'marriage-word-number',
  'month',
  'person-ref',
  'region',
  'street',
  'usci',
  'village',
]);
const MINIMUM_VALID_SAMPLES = 3;

export function checkEvents(events, codeLists) {
  const lists = new Set(codeLists.map(({ list }) => list));
  return [
    ...codeLists.flatMap(checkCodeList),
    ...events.flatMap((event) => [
      ...checkVersions(event),
      ...checkSamples(event),
      ...event.versions.flatMap(({ version, schema }) =>
        checkSchema(`${event.folder}/v${version}.avsc`, schema, lists),
      ),
    ]),
    ...checkSchemaIds(events),
  ];
}

function checkCodeList({ file, list, version, zh, en, codes }) {
  const problems = [];
  if (file !== `${list}.json`) problems.push(`codelists/${file}: list is named ${list}`);
  if (!Number.isInteger(version) || !zh || !en) problems.push(`codelists/${file}: needs version, zh and en`);
  const seen = new Set();
  for (const { code, zh: codeZh, en: codeEn } of codes) {
    if (!/^[A-Z][A-Z0-9_]*$/.test(code)) problems.push(`codelists/${file}: code ${code} is not UPPER_SNAKE`);
    if (!codeZh || !codeEn) problems.push(`codelists/${file}: code ${code} needs zh and en`);
    if (seen.has(code)) problems.push(`codelists/${file}: code ${code} occurs twice`);
    seen.add(code);
  }
  return problems;
}

function checkVersions({ folder, versions }) {
  const gap = versions.findIndex(({ version }, index) => version !== index + 1);
  if (versions.length === 0) return [`${folder}: no v1.avsc`];
  return gap === -1 ? [] : [`${folder}: versions must be v1, v2, … without a gap`];
}

function checkSamples({ folder, samples, refused }) {
  const valid = samples.filter((file) => /^valid-[a-z0-9-]+\.json$/.test(file));
  const problems = [];
  if (valid.length < MINIMUM_VALID_SAMPLES)
    problems.push(`${folder}/samples: needs ${MINIMUM_VALID_SAMPLES} valid-*.json`);
  if (!valid.includes('valid-plain.json')) problems.push(`${folder}/samples: needs valid-plain.json`);
  if (refused.length === 0) problems.push(`${folder}/samples/refused.json: needs a refused case`);
  const strange = samples.filter((file) => !valid.includes(file) && file !== 'refused.json');
  return [
    ...problems,
    ...refused.flatMap((one) => checkRefused(`${folder}/samples/refused.json`, one)),
    ...strange.map((file) => `${folder}/samples/${file}: neither valid-*.json nor refused.json`),
  ];
}

function checkRefused(place, { name, code, rule, pointer, change }) {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name ?? '')) return [`${place}: a case without a kebab-case name`];
  if (!code || pointer === undefined || change === undefined)
    return [`${place}: ${name} needs code, pointer and change`];
  return (code === 'RULE') === (rule !== undefined)
    ? []
    : [`${place}: ${name} names a rule exactly when its code is RULE`];
}

function checkSchema(place, schema, lists) {
  const problems = [];
  if (schema.type !== 'record') return [`${place}: not a record`];
  for (const key of ['doc', 'zh', 'subject', 'sensitivity', 'retention'])
    if (!schema[key]) problems.push(`${place}: no ${key}`);
  if (![1, 2, 3, 4].includes(schema.sensitivity)) problems.push(`${place}: sensitivity is 1 to 4`);
  if (!/^(permanent|[1-9]\d*y)$/.test(schema.retention))
    problems.push(`${place}: retention is "permanent" or like "30y"`);
  return [
    ...problems,
    ...schema.fields.flatMap((field) => checkField(place, field, lists)),
    ...checkSubject(place, schema),
  ];
}

function checkField(place, field, lists) {
  const here = `${place}: field ${field.name}`;
  const problems = [];
  if (!field.doc) problems.push(`${here} has no doc`);
  if (!field.zh) problems.push(`${here} has no zh`);
  if (![1, 2, 3, 4].includes(field.class)) problems.push(`${here} has no class 1 to 4`);
  if (field.codelist && !lists.has(field.codelist))
    problems.push(`${here} names unknown code list ${field.codelist}`);
  if (field.check && !CHECKS.has(field.check)) problems.push(`${here} names unknown check ${field.check}`);
  if (field.codelist && field.check) problems.push(`${here} has both a code list and a check`);
  return [...problems, ...checkType(here, field.type, field, lists)];
}

/** Maps would lose `__proto__`, floats would lose cents, null is only for "absent". */
function checkType(here, type, field, lists) {
  if (Array.isArray(type)) {
    if (type.length !== 2 || type[0] !== 'null' || field?.default !== null)
      return [`${here}: a union is ["null", X] with default null`];
    return checkType(here, type[1], undefined, lists);
  }
  if (PRIMITIVES.has(type)) return [];
  if (type?.type === 'int' && type.logicalType === 'date') return [];
  if (type?.type === 'bytes' && type.logicalType === 'decimal') return [];
  if (type?.type === 'array' && type.items?.type === 'record')
    return type.items.fields.flatMap((item) => checkField(here, item, lists));
  if (type?.type === 'array') return checkType(here, type.items, undefined, lists);
  return [`${here}: type ${JSON.stringify(type)} is not used in contracts`];
}

function checkSubject(place, { subject, fields }) {
  if (subject === '*') return [];
  const known = new Map(fields.map((field) => [field.name, field]));
  return [...subject.matchAll(/\{([^}]*)\}/g)].flatMap(([, name]) => {
    if (!known.has(name)) return [`${place}: subject names unknown field ${name}`];
    return Array.isArray(known.get(name).type) ? [`${place}: subject names optional field ${name}`] : [];
  });
}

function checkSchemaIds(events) {
  const owners = new Map();
  return events.flatMap(({ type, versions }) =>
    versions.flatMap(({ version }) => {
      const id = schemaIdOf(type, version);
      const name = `${type}:${version}`;
      const other = owners.get(id);
      owners.set(id, name);
      return other ? [`schema id ${id} of ${name} collides with ${other}`] : [];
    }),
  );
}
