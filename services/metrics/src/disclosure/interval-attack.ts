import type { Withheld } from './published-table.js';

/** What an attacker can conclude about a withheld count; `high` is at most the bound asked for. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

interface Arc {
  readonly from: number;
  readonly to: number;
  /** How far the count can be raised and lowered; lowering stops at 1, because zeros are shown. */
  raise: number;
  lower: number;
}

/**
 * The range of values that a withheld cell can have for somebody who knows everything that is shown, that sums are
 * sums, and that a withheld count is at least 1. Each cell is an arc between its row’s and its column’s sum rule, so
 * the range follows from two maximal flows. Flows are followed up to `bound` only.
 */
export function intervalOf(
  cells: readonly (readonly number[])[],
  withheld: Withheld,
  target: { readonly row: number; readonly column: number },
  bound: number,
): Interval {
  const value = cells[target.row]![target.column]!;
  const { arcs, of } = network(cells, withheld, target, bound);
  const raised = maximalFlow(arcs, of.to, of.from, bound);
  const { arcs: again } = network(cells, withheld, target, bound);
  const lowered = maximalFlow(again, of.from, of.to, Math.min(bound, value - 1));
  return { low: value - lowered, high: value + raised };
}

function network(
  cells: readonly (readonly number[])[],
  withheld: Withheld,
  target: { readonly row: number; readonly column: number },
  bound: number,
) {
  const lastRow = cells.length - 1;
  const lastColumn = cells[0]!.length - 1;
  const ends = (row: number, column: number): { from: number; to: number } => {
    const ruleOfRow = row;
    const ruleOfColumn = cells.length + column;
    // A sum stands on the other side of its rule than the counts; the corner on the other side of both.
    const isSum = (row === lastRow) !== (column === lastColumn);
    return isSum ? { from: ruleOfColumn, to: ruleOfRow } : { from: ruleOfRow, to: ruleOfColumn };
  };
  const arcs: Arc[] = [];
  for (const [row, counts] of cells.entries()) {
    for (const [column, count] of counts.entries()) {
      if (!withheld[row]![column]! || (row === target.row && column === target.column)) continue;
      arcs.push({ ...ends(row, column), raise: bound, lower: Math.min(bound, Math.max(count - 1, 0)) });
    }
  }
  return { arcs, of: ends(target.row, target.column) };
}

/** Augments along shortest paths until none is left or `enough` is reached. */
function maximalFlow(arcs: readonly Arc[], source: number, sink: number, enough: number): number {
  let flow = 0;
  while (flow < enough) {
    const path = shortestPath(arcs, source, sink);
    if (!path) return flow;
    const step = Math.min(enough - flow, ...path.map(({ arc, along }) => (along ? arc.raise : arc.lower)));
    for (const { arc, along } of path) {
      arc.raise += along ? -step : step;
      arc.lower += along ? step : -step;
    }
    flow += step;
  }
  return flow;
}

interface Step {
  readonly arc: Arc;
  readonly along: boolean;
}

function shortestPath(arcs: readonly Arc[], source: number, sink: number): Step[] | undefined {
  const reachedBy = new Map<number, { readonly step: Step; readonly before: number } | null>([
    [source, null],
  ]);
  const queue = [source];
  for (const node of queue) {
    if (node === sink) return pathTo(sink, reachedBy);
    for (const step of stepsFrom(arcs, node)) {
      const next = step.along ? step.arc.to : step.arc.from;
      if (reachedBy.has(next)) continue;
      reachedBy.set(next, { step, before: node });
      queue.push(next);
    }
  }
  return undefined;
}

function* stepsFrom(arcs: readonly Arc[], node: number): Generator<Step> {
  for (const arc of arcs) {
    if (arc.from === node && arc.raise > 0) yield { arc, along: true };
    if (arc.to === node && arc.lower > 0) yield { arc, along: false };
  }
}

function pathTo(
  sink: number,
  reachedBy: ReadonlyMap<number, { readonly step: Step; readonly before: number } | null>,
): Step[] {
  const path: Step[] = [];
  for (let at = reachedBy.get(sink); at; at = reachedBy.get(at.before)) path.push(at.step);
  return path;
}
