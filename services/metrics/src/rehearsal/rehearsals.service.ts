import { firstDayOfMonth } from '@minhai/domain';
import { type Problem, RefusedError } from '@minhai/errors';
import type { ConsumedPosition } from '@minhai/facts/store';
import { type Database, type Queryable, type Transaction, binaryArray } from '@minhai/postgres';
import { readWindows } from '../cells/measure.reader.js';
import { readMonthCells } from '../cells/month-cell.reader.js';
import { inSnapshot } from '../cells/snapshot.js';
import { pinnedDefinition } from '../definitions/definition-version.js';
import { readPositions } from '../editions/contents.reader.js';
import { peopleTerms } from '../disclosure/differencing.js';
import { windowsFor } from '../evaluate/evaluate.js';
import { FIRST_MONTH } from '../evaluate/series.js';
import { FACTS } from '../facts/catalogue.generated.js';
import { distinctCells } from '../flush/flush.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { type KnownMeasures, judgeProposal } from './judge-proposal.js';
import type { Proposal } from './proposal.js';
import { type RehearsalReport, planDatesOf, rehearse } from './rehearse.js';

export interface Rehearsal extends RehearsalReport {
  readonly indicator: string;
  /** Null for an indicator that is new. */
  readonly current: { readonly version: number; readonly digest: string } | null;
  readonly proposed: { readonly version: number; readonly digest: string };
  /** What was folded in when it was rehearsed: at the same positions the report is the same. */
  readonly positions: readonly ConsumedPosition[];
}

/** Tries a definition on all of history, in a transaction that may not write. */
export class RehearsalsService {
  constructor(
    private readonly database: Database,
    private readonly indicators: readonly IndicatorDefinition[],
  ) {}

  /** Throws RefusedError 422 with a pointer to everything that is wrong with the proposal. */
  rehearse(proposal: Proposal): Promise<Rehearsal> {
    const current = this.indicators.find(({ id }) => id === proposal.id);
    const next = { version: current ? (current.version ?? 1) + 1 : 1, ...withoutUndefined(proposal) };
    const proposed = next as unknown as IndicatorDefinition;
    return inSnapshot(this.database, async (tx) => {
      refuseIfAny(judgeProposal(proposed, current, await readKnownMeasures(tx, proposed.district)));
      return this.rehearseIn(tx, current, proposed);
    });
  }

  private async rehearseIn(
    tx: Transaction,
    current: IndicatorDefinition | undefined,
    proposed: IndicatorDefinition,
  ): Promise<Rehearsal> {
    const both = current ? [current, proposed] : [proposed];
    const dates = planDatesOf(proposed);
    const others = this.countingTheSame(proposed);
    const windows = [...both, ...others].flatMap((indicator) =>
      dates.flatMap((asOf) => windowsFor(indicator, asOf)),
    );
    const report = rehearse({
      current,
      proposed,
      others,
      cells: await readMonthCells(tx, 'metrics', distinctCells(both), firstDayOfMonth(FIRST_MONTH)),
      lookup: await readWindows(tx, proposed.district, windows, null),
    });
    return {
      indicator: proposed.id,
      current: current ? shortOf(current) : null,
      proposed: shortOf(proposed),
      positions: await readPositions(tx),
      ...report,
    };
  }

  /** Other indicators of the district with a count of the same people. */
  private countingTheSame(proposed: IndicatorDefinition): IndicatorDefinition[] {
    const measures = new Set(peopleTerms(proposed).map(({ measure }) => measure));
    return this.indicators.filter(
      (other) =>
        other.id !== proposed.id &&
        other.district === proposed.district &&
        peopleTerms(other).some(({ measure }) => measures.has(measure)),
    );
  }
}

function shortOf(indicator: IndicatorDefinition): { version: number; digest: string } {
  const { version, digest } = pinnedDefinition(indicator);
  return { version, digest };
}

const withoutUndefined = (value: Proposal): Partial<Proposal> =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));

function refuseIfAny(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const detail = problems.map(({ pointer, message }) => `${pointer}: ${message}`).join('; ');
  throw new RefusedError(422, 'BODY', detail, { problems });
}

/** Every measure there is, with the dims its cells in the district have. */
async function readKnownMeasures(db: Queryable, district: string): Promise<KnownMeasures> {
  const measures = FACTS.flatMap((fact) => fact.measures);
  const rows = await db.query<{ measure: string; dims: string }>(
    `SELECT DISTINCT c.measure, c.dims FROM metrics.cell c WHERE c.district = $1 AND c.measure = ANY ($2::text[])`,
    [
      district,
      binaryArray(
        'text',
        measures.map(({ name }) => name),
      ),
    ],
  );
  const dims = new Map<string, Set<string>>();
  for (const row of rows) {
    const known = dims.get(row.measure) ?? new Set();
    Object.keys(JSON.parse(row.dims) as object).forEach((dim) => known.add(dim));
    dims.set(row.measure, known);
  }
  return new Map(measures.map((measure) => [measure.name, { measure, dims: dims.get(measure.name) }]));
}
