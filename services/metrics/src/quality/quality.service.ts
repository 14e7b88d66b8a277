import { dayOf, formatInstant } from '@minhai/domain';
import { RefusedError } from '@minhai/errors';
import type { FactDefinition } from '@minhai/facts';
import type { Database, Queryable } from '@minhai/postgres';
import { readWindows } from '../cells/measure.reader.js';
import { inSnapshot } from '../cells/snapshot.js';
import type { FactDisclosure } from '../disclosure/fact-disclosure.js';
import { figuresAt } from '../disclosure/region-figures.js';
import { MASKED_KEY, shownCases } from '../disclosure/shown-cases.js';
import {
  type Rights,
  type ShownFigures,
  peopleHiddenFrom,
  shownFigures,
} from '../disclosure/shown-figures.js';
import { factsWith, getMeasure, ownWindows, termsOf } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { getIndicator } from '../indicators-api/get-indicator.js';
import { readProgress } from '../progress/progress.reader.js';
import type { Clock } from '../tokens.js';
import { DECLARED_VALUES } from './drift-sql.js';
import { type Drift, readDrifts, readDriftsAsKnown } from './drift.reader.js';
import { readFiguresOfDeclared } from './figures-as-known.reader.js';
import { keptFacts } from '../reporting/keep-reports.js';
import type { KeptFacts } from '../reporting/report.store.js';
import { periodsOf } from './periods.js';
import {
  type QualityAnswer,
  coverageOf,
  findingGroups,
  freshnessOf,
  heldOf,
  silentEntity,
  silentStreet,
} from './quality-answer.js';
import { sentenceOf } from './quality-sentence.js';
import type { DriftQuery, QualityQuery } from './quality.query.js';
import { type Scope, readFindings, readHeld } from './quality.reader.js';
import { readReports } from './reports.reader.js';

export interface QualityParts {
  readonly database: Database;
  readonly indicators: readonly IndicatorDefinition[];
  readonly facts: readonly FactDefinition[];
  readonly disclosure: FactDisclosure;
  readonly clock: Clock;
}

interface Question {
  readonly indicator: IndicatorDefinition;
  readonly facts: readonly FactDefinition[];
  readonly scope: Scope;
  readonly query: QualityQuery;
  readonly reader: Rights;
}

export interface DriftAnswer {
  readonly drifts: readonly Drift[];
  /** Drifts of facts about persons or of counts of people, told to readers with the right `small-cells`. */
  readonly withheld: number;
}

/** How good a figure is: what is known to be wrong, missing, silent, late or contradicted behind it. */
export class QualityService {
  private readonly keeping: KeptFacts;

  constructor(private readonly parts: QualityParts) {
    this.keeping = keptFacts(parts.indicators, parts.facts, parts.disclosure);
  }

  /** Throws RefusedError for an unknown indicator. */
  async quality(id: string, query: QualityQuery, reader: Rights): Promise<QualityAnswer> {
    const indicator = getIndicator(this.parts.indicators, id);
    const measures = termsOf(indicator).map(({ measure }) => measure);
    const facts = factsWith(measures, this.parts.facts);
    const scope: Scope = {
      district: indicator.district,
      facts: facts.map(({ name }) => name),
      asOf: query.asOf ?? dayOf(this.parts.clock()),
      knownAt: query.knownAt ?? null,
    };
    if (query.since !== undefined && query.since > scope.asOf)
      throw new RefusedError(400, 'QUERY', '/since: must not be after asOf');
    const answer = await inSnapshot(this.parts.database, (tx) =>
      this.read(tx, { indicator, facts, scope, query, reader }),
    );
    return { ...answer, sentence: sentenceOf(answer) };
  }

  /** Drifts that stand, the largest first. */
  async drifts({ district }: DriftQuery, reader: Rights): Promise<DriftAnswer> {
    return this.told(await readDrifts(this.parts.database, district ?? null), reader);
  }

  private async read(tx: Queryable, question: Question): Promise<Omit<QualityAnswer, 'sentence'>> {
    const { indicator, facts, scope, query, reader } = question;
    const shown = shownCases(this.parts.disclosure, reader);
    const types = [...new Set(facts.flatMap(({ reads }) => Object.keys(reads)))];
    const drifts = await this.readDrifts(tx, question);
    return {
      indicator: indicator.id,
      name: indicator.names,
      unit: indicator.unit,
      district: scope.district,
      asOf: scope.asOf,
      knownAt: scope.knownAt === null ? null : formatInstant(scope.knownAt),
      figures: await readFigures(tx, indicator, scope, reader),
      findings: findingGroups(await readFindings(tx, scope, query.examples), query.examples, shown),
      held: heldOf(await readHeld(tx, scope.district, types)),
      ...(await this.readReporting(tx, question)),
      drifts: {
        count: drifts.length,
        largest: this.told(drifts, reader).drifts.slice(0, query.examples),
      },
    };
  }

  private async readDrifts(tx: Queryable, { indicator, scope }: Question): Promise<Drift[]> {
    const { district, facts, asOf, knownAt } = scope;
    const measures = termsOf(indicator).map(({ measure }) => measure);
    const behind = { facts, indicator: indicator.id, measures, asOf };
    if (knownAt === null) return readDrifts(tx, district, behind);
    // Of an indicator that counts declarations all of them are behind it.
    const asked = facts.includes(DECLARED_VALUES) ? this.parts.indicators : [indicator];
    const figures = await readFiguresOfDeclared(tx, asked, { district, asOf, knownAt });
    return readDriftsAsKnown(tx, district, behind, { knownAt, figures });
  }

  private async readReporting(
    tx: Queryable,
    { indicator, scope, query }: Question,
  ): Promise<Pick<QualityAnswer, 'coverage' | 'freshness'>> {
    const periods = periodsOf(scope.asOf, query.since);
    const impersonal = scope.facts.filter((fact) => this.parts.disclosure.impersonal.has(fact));
    const stocks = termsOf(indicator)
      .map(({ measure }) => measure)
      .filter((measure) => getMeasure(measure).kind === 'stock');
    const register = { facts: impersonal, measures: stocks, keeping: this.keeping };
    const { streets, entities, ...newest } = await readReports(tx, scope, periods, register);
    return {
      coverage: {
        ...periods,
        streets: coverageOf(streets, query.examples, silentStreet),
        entities: impersonal.length === 0 ? null : coverageOf(entities, query.examples, silentEntity),
      },
      freshness: freshnessOf(newest, await readProgress(tx)),
    };
  }

  /** What `gold.drift` shows; of the rest the number only, for a drift is a small count. */
  private told(drifts: readonly Drift[], reader: Rights): DriftAnswer {
    const { showsKey, showsAmounts } = shownCases(this.parts.disclosure, reader);
    const told = drifts.filter(
      ({ fact, withheld }) => showsAmounts(fact) && (!withheld || reader.rights.has('small-cells')),
    );
    return {
      drifts: told.map((drift) => (showsKey(drift.fact) ? drift : { ...drift, entity: MASKED_KEY })),
      withheld: drifts.length - told.length,
    };
  }
}

async function readFigures(
  tx: Queryable,
  indicator: IndicatorDefinition,
  { district, asOf, knownAt }: Scope,
  reader: Rights,
): Promise<ShownFigures> {
  const lookup = await readWindows(tx, district, ownWindows(indicator, asOf), knownAt);
  const people = peopleHiddenFrom(reader, indicator);
  const { district: whole, withheld } = figuresAt(indicator, asOf, lookup, people);
  return shownFigures(whole, withheld.has(district));
}
