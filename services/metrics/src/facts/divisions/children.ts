import type { Finding } from '@minhai/facts';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { contains } from '../span.js';
import { type Change, endOf, isEnding, versionsOf } from './versions.js';

/** Children close before their parent: those that still stand on the day it ends are named by their number. */
export function childrenLeft(own: readonly Change[], ofChildren: readonly Change[]): Finding[] {
  const children = [...groupBy(ofChildren, ({ data }) => data.code).values()];
  return own.filter(isEnding).flatMap((ending) => {
    const day = endOf(ending);
    const left = children.filter((changes) =>
      versionsOf(changes).versions.some((version) => contains(version, day)),
    );
    if (left.length === 0) return [];
    const causes = [...left.flat().filter(({ id }) => id !== ending.id), ending];
    return [finding('STATE', causes, { case: 'ended before its children', day, children: left.length })];
  });
}
