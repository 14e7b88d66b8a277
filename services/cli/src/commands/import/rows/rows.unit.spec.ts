import { describe, expect, it } from '@jest/globals';
import { isUuid } from '@minhai/domain';
import { loadCatalogue } from '@minhai/events';
import type { Cell, Sheet } from '../../../spreadsheet/sheet.js';
import { readMapping } from '../mapping/load-mapping.js';
import type { Mapping } from '../mapping/mapping.js';
import { pseudonymiser } from '../values/pseudonym.js';
import { importedEventId } from './event-id.js';
import { judgeRows, type JudgedRows } from './judge-rows.js';
import { problemsOfSent } from './outcome.js';
import { readTable } from './table.js';

const NOW = Date.parse('2026-03-04T11:22:33+08:00');

const MAPPING = `
name: spec-beds
source: urn:mca:310105:eldercare
region: '310105'
header: 2
columns: { 名称: { fillDown: true }, 街镇: { fillDown: true }, 备注: { optional: true } }
skip: { column: 编号, matches: '^合计' }
key: [编号]
events:
  - type: eldercare.institution.closed
    when: { column: 关停日期, blank: false }
    time: 关停日期
    data: { institutionId: { template: 'EC-{编号:4}' }, reason: 名称 }
  - type: eldercare.bed.changed
    when: [{ column: 床位, above: 0 }, { column: 类型, isNot: [不计] }]
    time: 日期
    streetid: 街镇
    data:
      institutionId: { template: 'EC-{编号:4}' }
      bedType: { column: 类型, codes: { 护理: NURSING } }
      bedScope: { constant: INSTITUTION }
      delta: { column: 床位, units: [张] }
      after: { column: 床位, units: [张] }
      reason: { constant: OPENING }
      dementiaStandardised: { column: 达标, blankMeans: false }
`;
const TITLES = ['编 号', '名称', '街镇', '日期', '类型', '床位', '达标', '关停日期'];

function mappingOf(text: string): Mapping {
  const { mapping, errors } = readMapping(text);
  if (!mapping) throw new Error(errors.join('\n'));
  return mapping;
}

const sheetOf = (...rows: Cell[][]): Sheet => ({
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  rows: [['表'], TITLES, ...rows].map((cells, i) => ({ number: i + 1, cells })),
});

function judged(...rows: Cell[][]): JudgedRows {
  const mapping = mappingOf(MAPPING);
  return judgeRows(readTable(sheetOf(...rows), mapping).rows, {
    mapping,
    catalogue: loadCatalogue(),
    now: NOW,
    context: { dates: mapping.dates, region: mapping.region, pseudonymise: pseudonymiser(Buffer.alloc(32)) },
  });
}

const events = (rows: JudgedRows) => rows.ready.map(({ line }) => JSON.parse(line) as Record<string, any>);
const problems = ({ bad }: JudgedRows) =>
  bad.flatMap(({ row, problems: found }) => found.map(({ code, columns }) => [row.number, code, ...columns]));
const good: Cell[] = ['7', '示例', '新泾镇', '2020-03-01', '护理', '１２０张', '是', null];

describe('a row', () => {
  it('gives the events whose conditions hold', () => {
    expect(events(judged(good))).toMatchObject([
      {
        type: 'cn.gov.mca.eldercare.bed.changed',
        subject: 'EC-0007:NURSING',
        time: '2020-03-01T00:00:00+08:00',
        recordedtime: '2020-03-01T00:00:00+08:00',
        streetid: '310105102',
        data: { institutionId: 'EC-0007', delta: 120, dementiaStandardised: true },
      },
    ]);
    expect(events(judged(good.with(7, '2020-04-01')))).toHaveLength(2);
    expect(judged(good.with(5, 0)).empty).toEqual([3]);
    expect(judged(good.with(4, ' 不计 ')).empty).toEqual([3]);
  });

  it('may leave blank what the event does not need', () => {
    expect(events(judged(good.with(2, '\u3000')))[0]).not.toHaveProperty('streetid');
    expect(events(judged(good.with(6, null)))[0]?.['data'].dementiaStandardised).toBe(false);
  });

  it('takes merged cells from the row above, but not from rows that are skipped', () => {
    const rows = judged(
      good,
      good.with(0, '8').with(2, null),
      ['合计', null, '天山路街道'],
      good.with(0, '9').with(2, null),
    );
    expect(events(rows).map(({ streetid }) => streetid)).toEqual(['310105102', '310105102', '310105102']);
  });

  it('is told every problem of its own, and none of its events is sent', () => {
    const rows = judged(['7', '示例', '无此镇', '2020-02-30', '未知', '约80', '?', '2020-04-01']);
    expect(rows.ready).toEqual([]);
    expect(problems(rows)).toEqual([
      [3, 'CODELIST', '类型'],
      [3, 'FIELD_TYPE', '床位'],
      [3, 'CODELIST', '达标'],
      [3, 'FIELD_TYPE', '日期'],
      [3, 'REGION', '街镇'],
    ]);
  });

  it('is judged as the gateway judges', () => {
    expect(problems(judged(good.with(0, '中文')))).toEqual([[3, 'ID_FORMAT', '编 号'.replace(' ', '')]]);
    expect(problems(judged(good.with(3, '2999-01-01')))).toEqual(
      expect.arrayContaining([[3, 'TIME_FUTURE']]),
    );
  });

  it('may not be keyed by a citizen’s number', () => {
    expect(problems(judged(good.with(0, '11010519491231002X'))).map(([, code]) => code)).toContain(
      'PERSON_ID_IN_ORG_FIELD',
    );
  });

  it('whose problem texts are shown never quotes a cell', () => {
    const text = JSON.stringify(judged(good.with(4, '张三')).bad.map((row) => row.problems));
    expect(text).not.toContain('张三');
  });
});

describe('a row that comes again', () => {
  it('is counted, not sent, when it says the same', () => {
    const rows = judged(good, good.with(5, 120));
    expect([rows.ready.length, rows.repeated, rows.bad]).toEqual([1, [4], []]);
  });

  it('is a conflict when it says something else', () => {
    const rows = judged(good, good.with(5, 121));
    expect(problems(rows)).toEqual([[4, 'ID_CONFLICT']]);
    expect(rows.bad[0]?.problems[0]?.en).toContain('row 3');
  });
});

describe('the columns', () => {
  it('that are missing are all named, with the nearest there is', () => {
    const sheet = sheetOf(good);
    const changed = {
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.number === 2
          ? {
              ...row,
              cells: TITLES.with(3, '日 期 ')
                .with(5, '床位数')
                .with(6, null as never),
            }
          : row,
      ),
    };
    expect(() => readTable(changed, mappingOf(MAPPING))).toThrow(/床位; the nearest is 床位数[^]*达标/);
  });

  it('with one title twice are refused', () => {
    const sheet = sheetOf(good);
    const twice = {
      ...sheet,
      rows: sheet.rows.map((row) => (row.number === 2 ? { ...row, cells: [...TITLES, '床位'] } : row)),
    };
    expect(() => readTable(twice, mappingOf(MAPPING))).toThrow(/2 columns 床位/);
  });
});

describe('the id of an imported event', () => {
  const fact = { source: 'urn:mca:310105:eldercare', mapping: 'm', event: 'e', key: ['1', '2'] };

  it('is a UUID v8 that follows from what names it', () => {
    const id = importedEventId(fact);
    expect(isUuid(id)).toBe(true);
    expect([id[14], '89ab'.includes(id[19]!)]).toEqual(['8', true]);
    expect(importedEventId({ ...fact })).toBe(id);
  });

  it('differs when anything of it differs', () => {
    const others = [
      { ...fact, source: 'urn:mca:310118:eldercare' },
      { ...fact, mapping: 'n' },
      { ...fact, event: 'f' },
      { ...fact, key: ['12'] },
      { ...fact, key: ['1', '2', ''] },
    ];
    expect(new Set([fact, ...others].map(importedEventId)).size).toBe(6);
  });
});

describe('what became of sent events', () => {
  it('lands with its row, a conflict with advice to correct', () => {
    const { ready } = judged(good, good.with(0, '8'));
    const found = problemsOfSent(ready, {
      refused: [{ line: 1, id: ready[0]!.id, code: 'SOURCE_NOT_ALLOWED', pointer: '/source', message: 'no' }],
      held: [{ line: 2, id: ready[1]!.id, code: 'ID_CONFLICT', pointer: null, message: null }],
    });
    expect([...found.keys()]).toEqual([3, 4]);
    expect(found.get(4)?.[0]?.en).toContain(`correctionof ${ready[1]!.id}`);
  });
});
