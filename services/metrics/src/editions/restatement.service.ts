import { RefusedError } from '@minhai/errors';
import type { Database, Transaction } from '@minhai/postgres';
import { inSnapshot } from '../cells/snapshot.js';
import type { FactDisclosure } from '../disclosure/fact-disclosure.js';
import { type ShownCases, shownCases, shownFinding } from '../disclosure/shown-cases.js';
import type { Rights } from '../disclosure/shown-figures.js';
import { factsWith, termsOf } from '../evaluate/window.js';
import { FACTS } from '../facts/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { type EditionContents, type EditionPins, composeEdition } from './contents.js';
import { readEdition, readNewestKnown, readPresent } from './contents.reader.js';
import { getEdition, readContents } from './edition.store.js';
import { parseContents, pinsOf } from './pinned-edition.js';
import { type ChangedFigure, changedFigures, withEvents, withoutFewCases } from './restatement.js';
import { readRestatedParts } from './restatement-parts.js';
import { type ShownRestatedPeriod, readLaterCauses, readRestatedPeriods } from './restatement.reader.js';

type Side = Pick<EditionContents, 'knownAt' | 'positions' | 'held'> & { readonly openFindings: number };

/** What an edition says against what would be said today of the same day, by its own definitions. */
export interface Restatement {
  readonly edition: string;
  readonly state: string;
  readonly digest: string;
  readonly asOf: string;
  readonly published: Side;
  readonly present: Side;
  /** Facts whose own definition is another one by now: figures may differ without any event. */
  readonly changedFacts: readonly string[];
  /** How many figures the edition has; those not listed as changed are the same today. */
  readonly figures: number;
  readonly changed: readonly ChangedFigure[];
  readonly restatedPeriods: readonly ShownRestatedPeriod[];
}

/** Compares, and changes nothing: an edition is never overwritten. */
export class RestatementService {
  constructor(
    private readonly database: Database,
    private readonly disclosure: FactDisclosure,
  ) {}

  restate(id: string, reader: Rights): Promise<Restatement> {
    const shown = shownCases(this.disclosure, reader);
    return inSnapshot(this.database, (tx) => restateIn(tx, id, shown));
  }
}

async function restateIn(tx: Transaction, id: string, shown: ShownCases): Promise<Restatement> {
  const edition = await getEdition(tx, id);
  const published = parseContents((await readContents(tx, id))!);
  const pins = await presentPins(tx, published);
  const arrived = await readAs(tx, { ...pins, knownAt: pinsOf(published).knownAt });
  const present = await readAs(tx, pins);
  const changed = changedFigures({ published, arrived, present });
  const definitions = new Map(published.definitions.map(({ definition }) => [definition.id, definition]));
  const touched = [...new Set(changed.map(({ indicator }) => definitions.get(indicator)!))];
  const causes = touched.length === 0 ? [] : await readLaterCauses(tx, published, measuresOf(touched));
  const before = new Map(published.facts.map(({ name, fingerprint }) => [name, fingerprint]));
  return {
    edition: id,
    state: edition.state,
    digest: edition.digest,
    asOf: published.asOf,
    published: sideOf(published),
    present: sideOf(present),
    changedFacts: present.facts
      .filter(({ name, fingerprint }) => before.get(name) !== fingerprint)
      .map(({ name }) => name),
    figures: published.figures.length,
    changed: (
      await explained(
        tx,
        published,
        changed.map((figure) => withEvents(figure, definitions.get(figure.indicator)!, causes)),
      )
    ).map((figure) =>
      tellsCases(definitions.get(figure.indicator)!, shown) ? figure : withoutFewCases(figure),
    ),
    restatedPeriods: (await readRestatedPeriods(tx, published)).map((period) => shownFinding(period, shown)),
  };
}

/** Nothing is explained of a figure that is withheld in any reading. */
async function explained(
  tx: Transaction,
  published: EditionContents,
  changed: readonly ChangedFigure[],
): Promise<ChangedFigure[]> {
  const { definitions, knownAt } = pinsOf(published);
  const figures: ChangedFigure[] = [];
  for (const figure of changed) {
    const { definition } = definitions.find(({ id }) => id === figure.indicator)!;
    const since = { asOf: published.asOf, knownAt, region: figure.region };
    figures.push({
      ...figure,
      parts: figure.withheld ? null : await readRestatedParts(tx, definition, since),
    });
  }
  return figures;
}

const tellsCases = (indicator: IndicatorDefinition, { showsAmounts }: ShownCases): boolean =>
  factsWith(measuresOf([indicator]), FACTS).every(({ name }) => showsAmounts(name));

const measuresOf = (indicators: readonly IndicatorDefinition[]): string[] => [
  ...new Set(indicators.flatMap(termsOf).map(({ measure }) => measure)),
];

const sideOf = ({ knownAt, positions, held, findings }: EditionContents): Side => ({
  knownAt,
  positions,
  held,
  openFindings: findings.open,
});

/** The pins of an edition, but for what is known by now. */
async function presentPins(tx: Transaction, published: EditionContents): Promise<EditionPins> {
  const pinned = pinsOf(published);
  const definitions = pinned.definitions.map(({ definition }) => definition);
  requireMeasures(definitions);
  return {
    ...pinned,
    knownAt: Math.max(pinned.knownAt, (await readNewestKnown(tx, pinned.district)) ?? 0),
    ...(await readPresent(tx, pinned.district, definitions)),
  };
}

const readAs = async (tx: Transaction, pins: EditionPins): Promise<EditionContents> =>
  composeEdition(pins, await readEdition(tx, 'metrics', pins));

function requireMeasures(definitions: readonly IndicatorDefinition[]): void {
  const known = new Set(FACTS.flatMap(({ measures }) => measures).map(({ name }) => name));
  const gone = measuresOf(definitions).filter((measure) => !known.has(measure));
  if (gone.length > 0)
    throw new RefusedError(
      409,
      'EDITION_STEP',
      `nothing measures ${gone.join(', ')} any more; it cannot be restated`,
    );
}
