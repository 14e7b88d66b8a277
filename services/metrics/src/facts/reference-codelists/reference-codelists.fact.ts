import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { openRows } from '../paired-course.js';

export const PUBLISHED = 'cn.gov.mca.ref.codelist.published';

type Publication = EventOf<typeof PUBLISHED>;

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const publications = history as readonly Publication[];
  return {
    rows: publications.flatMap((publication, i) => rowsOf(publication, publications[i + 1])),
    findings: publications.flatMap((publication, i) => problemsOf(publication, publications.slice(0, i))),
  };
}

const rowsOf = (publication: Publication, next: Publication | undefined): FactRow[] =>
  openRows(publication, next, 'reference.codelist-codes', { list: publication.data.list }).map((row) => ({
    ...row,
    amount: publication.data.codes.length,
  }));

/** A list grows: its versions count up, and a code that was ever in it stays, if need be as one that ended. */
function problemsOf(publication: Publication, earlier: readonly Publication[]): Finding[] {
  const { version, codes } = publication.data;
  const before = earlier.at(-1);
  if (!before) return [];
  const known = new Set(codes.map(({ code }) => code));
  const missing = before.data.codes.filter(({ code }) => !known.has(code)).length;
  const problem = (name: string, detail: Readonly<Record<string, number>> = {}): Finding =>
    finding('STATE', [before, publication], { case: name, version, ...detail });
  return [
    ...(earlier.some(({ data }) => data.version === version) ? [problem('version published twice')] : []),
    ...(before.data.version > version ? [problem('version goes backwards')] : []),
    ...(missing > 0 ? [problem('codes taken out', { missing })] : []),
  ];
}

/** Code lists as published, by version; a list only grows. */
export const fact: FactDefinition = {
  name: 'reference.codelists',
  titles: { zh: '代码表', en: 'Code lists' },
  measures: [stock('reference.codelist-codes', '个', '现行版本代码数', 'Codes of the version in force')],
  reads: { [PUBLISHED]: ({ data }: Publication) => [data.list] },
  fold,
};
