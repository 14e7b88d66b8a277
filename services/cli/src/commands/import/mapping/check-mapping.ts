import type { Catalogue, EventType, FieldShape } from '@minhai/events';
import { editDistance, findType, nearTypes } from '@minhai/samples';
import { codeList, type CodeListName } from '@minhai/schemas';
import { columnsOf, eventName, type EventSpec, type Mapping, type ValueSpec } from './mapping.js';
import { ATTRIBUTE_NAMES, ATTRIBUTE_TARGETS, fieldTarget, KEY_TARGET, type Target } from './target.js';

const REFERENCE_CHECKS: ReadonlySet<string> = new Set(['person-ref', 'household-ref']);
/** Headers of columns that name or number a person; they feed pseudonyms and nothing else. */
const PERSONAL_HEADER = /姓名|身份证|证件号|公民身份|手机|联系电话|id\s?(card|number)/i;

/** Everything in a mapping that its event types do not allow, each as `place: what`. */
export function checkMapping(mapping: Mapping, catalogue: Catalogue): string[] {
  const errors: string[] = [];
  mapping.key.forEach((spec, i) => errors.push(...checkValue(spec, KEY_TARGET, `key[${i}]`)));
  const names = mapping.events.map(eventName);
  mapping.events.forEach((event, i) => {
    const place = `events[${i}]`;
    if (names.indexOf(names[i]!) < i)
      errors.push(`${place}.name: two events of one type need a name each, it is part of their ids`);
    errors.push(...checkEvent(event, place, catalogue));
  });
  return errors;
}

function checkEvent(event: EventSpec, place: string, catalogue: Catalogue): string[] {
  const type = findType(event.type, catalogue);
  if (type === undefined) {
    const near = nearTypes(event.type, catalogue);
    return [`${place}.type: no such event type${near.length > 0 ? `; perhaps ${near.join(' or ')}` : ''}`];
  }
  const errors = ATTRIBUTE_NAMES.flatMap((name) => {
    const spec = event[name];
    return spec === undefined ? [] : checkValue(spec, ATTRIBUTE_TARGETS[name], `${place}.${name}`);
  });
  event.key?.forEach((spec, i) => errors.push(...checkValue(spec, KEY_TARGET, `${place}.key[${i}]`)));
  return [...errors, ...checkFields(event, `${place}.data`, catalogue.find(type)!)];
}

function checkFields({ data }: EventSpec, place: string, { latest }: EventType): string[] {
  const fields = new Map(latest.shape.fields.map((field) => [field.name, field]));
  const missing = [...fields.values()]
    .filter(({ name, fallback }) => fallback === undefined && data[name] === undefined)
    .map(({ name }) => `${place}: the required field ${name} is missing`);
  return [
    ...missing,
    ...Object.entries(data).flatMap(([name, spec]) =>
      checkField(spec, fields.get(name), `${place}.${name}`, fields),
    ),
  ];
}

function checkField(
  spec: ValueSpec,
  field: FieldShape | undefined,
  place: string,
  fields: ReadonlyMap<string, FieldShape>,
): string[] {
  if (field === undefined)
    return [`${place}: the event type has no such field; it has ${[...fields.keys()].join(', ')}`];
  const target = fieldTarget(field);
  if (target === undefined) return [`${place}: records cannot be filled from a sheet`];
  return checkValue(spec, target, place);
}

function checkValue(spec: ValueSpec, target: Target, place: string): string[] {
  const errors: string[] = [];
  const isReference = target.check !== undefined && REFERENCE_CHECKS.has(target.check);
  if (spec.pseudonym !== undefined && !isReference)
    errors.push(`${place}: only references of persons and households can be pseudonyms`);
  if (spec.pseudonym === undefined)
    for (const header of columnsOf(spec))
      if (PERSONAL_HEADER.test(header))
        errors.push(
          `${place}: column ${header} names or numbers a person and is never sent; use pseudonym for a reference`,
        );
  if (spec.blank === 'omit' && !target.isOptional)
    errors.push(`${place}.blank: this field cannot be left out`);
  return [...errors, ...checkCodes(spec, target, place)];
}

function checkCodes(spec: ValueSpec, target: Target, place: string): string[] {
  const kind = spec.as ?? target.kind;
  if (spec.codes !== undefined && kind !== 'code' && kind !== 'boolean')
    return [`${place}.codes: only codes and truth values are translated`];
  const allowed = allowedCodes(target);
  if (allowed === undefined) return [];
  const wrong = (code: unknown, at: string): string[] =>
    allowed.includes(String(code))
      ? []
      : [`${at}: ${String(code)} is no code of ${nameOf(target)}${hint(String(code), allowed)}`];
  return [
    ...Object.entries(spec.codes ?? {}).flatMap(([word, code]) => wrong(code, `${place}.codes.${word}`)),
    ...(['otherwise', 'blankMeans', 'constant'] as const).flatMap((name) =>
      spec[name] === undefined ? [] : wrong(spec[name], `${place}.${name}`),
    ),
  ];
}

const nameOf = ({ codelist }: Target): string => codelist ?? 'the enumeration';

const allowedCodes = ({ codelist, symbols }: Target): readonly string[] | undefined =>
  codelist === undefined ? symbols : codeList(codelist as CodeListName).codes.map(({ code }) => code);

function hint(wanted: string, allowed: readonly string[]): string {
  const near = allowed.filter((code) => editDistance(code, wanted.toUpperCase()) <= 3);
  return `; it has ${(near.length > 0 ? near : allowed.slice(0, 12)).join(', ')}`;
}
