import { uuidV7 } from '@minhai/domain';
import { judge, loadCatalogue, readHttpEvent, type Catalogue } from '@minhai/events';
import { bytes, pick, type Random } from './random.js';
import { copyOf, fieldsOf, renewSubject, type SampleEvent } from './sample-event.js';
import { validSamples } from './templates.js';
import { fieldVariations, varyEnvelope } from './vary/fields.js';
import { RENEWABLE, renewFreeTexts, renewIdentifiers, renewOtherIdentifiers } from './vary/identifiers.js';
import { moveTo, moveWithinDistrict } from './vary/regions.js';
import { shiftBeforeNow, shiftByMonths, shiftByYears, shiftTimeOfDay } from './vary/times.js';
import type { NamedVariation, VariationContext } from './vary/variation.js';

export interface GenerateOptions {
  readonly random: Random;
  /** Epoch milliseconds; no event is registered after it. */
  readonly now: number;
  /** Taken instead of the source of the samples. */
  readonly source?: string | undefined;
  /** Six digits of a district: every event happens there. Without it, anywhere. */
  readonly region?: string | undefined;
  readonly catalogue?: Catalogue | undefined;
}

/** A variation that never once came out in order by itself is no longer tried. */
const ATTEMPTS_BEFORE_GIVING_UP = 6;

const OTHER = 'other identifiers';

interface Tally {
  failed: number;
  succeeded: number;
}

/** A sample that is in order, and what may be changed about it. */
interface Template {
  readonly event: SampleEvent;
  readonly variations: readonly NamedVariation[];
  readonly record: Map<string, Tally>;
}

/**
 * Valid events of one type, without end, each with an id of its own. A valid sample of the type is varied, and the
 * result is read and judged as the gateway would; what breaks a rule is taken back, so every event is in order.
 * Throws RangeError for a type that is not in the catalogue, or when no sample can be moved to the region or source.
 */
export function* eventStream(type: string, options: GenerateOptions): Generator<SampleEvent, never> {
  const catalogue = options.catalogue ?? loadCatalogue();
  const eventType = catalogue.find(type);
  if (!eventType) throw new RangeError(`no event type ${type}`);
  const context: VariationContext = {
    eventType,
    catalogue,
    random: options.random,
    now: options.now,
    samples: validSamples(type),
  };
  const templates = buildTemplates(context, options);
  for (;;) {
    const event = varied(pick(options.random, templates), context);
    event.id = uuidV7(options.now, bytes(options.random, 10));
    yield event;
  }
}

/** The first `count` events of `eventStream`; one when no count is given. */
export function generateEvents(
  type: string,
  options: GenerateOptions & { readonly count?: number | undefined },
): SampleEvent[] {
  const events: SampleEvent[] = [];
  const count = options.count ?? 1;
  if (count < 1) return events;
  for (const event of eventStream(type, options)) if (events.push(event) >= count) break;
  return events;
}

/** True when the gateway would take the event. */
export function isInOrder(event: unknown, catalogue: Catalogue, now: number): boolean {
  const outcome = readHttpEvent(JSON.stringify(event), catalogue);
  return outcome.ok && judge(outcome.value, { now, catalogue }).problems.length === 0;
}

function buildTemplates(context: VariationContext, options: GenerateOptions): readonly Template[] {
  const { eventType, samples } = context;
  const variations: NamedVariation[] = [
    { name: 'move', vary: options.region === undefined ? moveTo(undefined) : moveWithinDistrict },
    { name: 'months', vary: shiftByMonths },
    { name: 'years', vary: shiftByYears },
    { name: 'hours', vary: shiftTimeOfDay },
    ...RENEWABLE.map((check) => ({ name: check, vary: renewIdentifiers(check) })),
    { name: OTHER, vary: renewOtherIdentifiers },
    { name: 'texts', vary: renewFreeTexts },
    ...fieldVariations(fieldsOf(eventType)),
    { name: 'envelope', vary: varyEnvelope },
  ].map(({ name, vary }) => ({ name, vary: options.source === undefined ? vary : keepingSource(vary) }));
  const templates = samples.flatMap((sample): Template[] => {
    const event = firstInOrder(sample, context, options);
    return event ? [{ event, variations, record: new Map<string, Tally>() }] : [];
  });
  if (templates.length === 0)
    throw new RangeError(
      `no valid sample of ${eventType.type} is in order${options.region === undefined ? '' : ` in ${options.region}`}`,
    );
  return templates;
}

const keepingSource =
  (vary: NamedVariation['vary']): NamedVariation['vary'] =>
  (event, context) => {
    const { source } = event;
    vary(event, context);
    event.source = source;
  };

/** The sample as a plain fact (no correction of an event nobody knows) at the wanted place, before now. */
function firstInOrder(
  sample: SampleEvent,
  context: VariationContext,
  { source, region }: GenerateOptions,
): SampleEvent | undefined {
  const prepare = (event: SampleEvent, isEarlier: boolean): SampleEvent => {
    if (isEarlier) shiftBeforeNow(event, context);
    if (region !== undefined && region !== event.regionid) moveTo(region)(event, context);
    if (source !== undefined) event.source = source;
    renewSubject(event, context.eventType);
    return event;
  };
  const plain = copyOf(sample);
  delete plain['correctionof'];
  return [plain, sample]
    .flatMap((event) => [prepare(copyOf(event), false), prepare(copyOf(event), true)])
    .find((event) => isInOrder(event, context.catalogue, context.now));
}

/** All chosen variations at once, which mostly passes; else one after another, keeping those that pass. */
function varied(template: Template, context: VariationContext): SampleEvent {
  const chosen = template.variations.filter(
    ({ name }) => isHopeful(template.record.get(name)) && (IDENTITY.has(name) || context.random() < 0.5),
  );
  const all = copyOf(template.event);
  for (const { vary } of chosen) apply(all, vary, context);
  if (isInOrder(all, context.catalogue, context.now)) return all;
  let event = template.event;
  for (const { name, vary } of chosen) {
    const candidate = copyOf(event);
    apply(candidate, vary, context);
    const passes = isInOrder(candidate, context.catalogue, context.now);
    count(template.record, name, passes);
    if (passes) event = candidate;
  }
  return event === template.event ? copyOf(event) : event;
}

/** What tells two events of a type apart is always renewed. */
const IDENTITY: ReadonlySet<string> = new Set([...RENEWABLE, OTHER]);

function apply(event: SampleEvent, vary: NamedVariation['vary'], context: VariationContext): void {
  vary(event, context);
  renewSubject(event, context.eventType);
}

const isHopeful = (record: Tally | undefined): boolean =>
  record === undefined || record.succeeded > 0 || record.failed < ATTEMPTS_BEFORE_GIVING_UP;

function count(records: Map<string, Tally>, name: string, passes: boolean): void {
  const record = records.get(name) ?? { failed: 0, succeeded: 0 };
  if (passes) record.succeeded++;
  else record.failed++;
  records.set(name, record);
}
