import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerEvents, ledgerTraps, type LedgerEvent } from '@minhai/ledger';
import { runMinhai, type CommandResult } from './support/command.js';
import { startInstance, type TestInstance } from './support/instance.js';
import { linesOf } from './support/postings.js';

const DISTRICT = '310105';
const EDITION = `${DISTRICT}-2020-1`;
const BEDS = 'chn-eldercare-beds';
const STEPS = [
  ['zhao.min', 'edition.draft'],
  ['qian.li', 'edition.review'],
  ['sun.wei', 'edition.publish'],
] as const;

const ledger = ledgerEvents(DISTRICT);

/** Homes for the elderly and what their figures are a share of: enough for an edition, and quick to make it from again. */
const elderCare = ledger.filter(({ source }) => /:(eldercare|ref)$/.test(source));

/** Beds of December 2020 at an institution that stands, told of when the year is over; `total` with all that came before. */
function lateBeds(id: string, recordedtime: string, { delta, total }: Record<'delta' | 'total', number>) {
  const late = ledgerTraps(DISTRICT).find(({ name }) => name === 'recorded-late')!;
  const event = ledger.find((one) => one.id === late.eventIds[0])!;
  const after = (event.data['after'] as number) + total;
  const data = { ...event.data, delta, after, reason: 'EXPANSION' };
  return { ...event, id, time: '2020-12-10T09:00:00+08:00', recordedtime, data } satisfies LedgerEvent;
}

const ARRIVED = lateBeds('0177a000-0000-7000-8000-00000000e201', '2021-01-20T09:00:00+08:00', {
  delta: 5,
  total: 5,
});
const REGISTERED = lateBeds('0177f000-0000-7000-8000-00000000e202', '2021-03-03T09:00:00+08:00', {
  delta: 7,
  total: 12,
});

const accepted = new Set(elderCare.map(({ id }) => id)).size;

describe('a week of the data team', () => {
  let instance: TestInstance;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'minhai-editions-'));
    instance = await startInstance();
    expect((await instance.load(linesOf(elderCare))).refused).toEqual([]);
    await instance.settled();
  });

  afterAll(async () => {
    await instance?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const file = (name: string): string => join(folder, name);

  /** What a command prints on either stream; fails with it unless the exit code is the expected one. */
  async function said(args: readonly string[], expected = 0): Promise<string> {
    const { code, stdout, stderr } = await instance.minhai(args);
    expect({ args, code, said: code === expected ? '' : stdout + stderr }).toEqual({
      args,
      code: expected,
      said: '',
    });
    return stdout + stderr;
  }
  const as = (name: string): string[] => ['--token-file', file(`${name}.token`)];
  const bedsAre = async (): Promise<string | null> =>
    (
      JSON.parse(await said(['indicators', BEDS, '--as-of', '2020-12-31', '--json'])) as {
        value: string | null;
      }
    ).value;

  it('Monday: three persons get a token each, shown once and alone on its line', async () => {
    for (const [name, right] of STEPS) {
      const { code, stdout }: CommandResult = await instance.minhai([
        ...['readers', 'create', '--name', name],
        ...['--right', right, ...(name === 'zhao.min' ? ['edition.review'] : [])],
      ]);
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^mhr_\S+\n$/) });
      await writeFile(file(`${name}.token`), stdout, { mode: 0o600 });
    }
    expect(await said(['readers', 'create', '--name', 'qian.li'], 1)).toContain('qian.li already');
    const list = await said(['readers', 'list']);
    expect(list).toMatch(/zhao\.min\s+edition\.draft edition\.review/);
    expect(list).not.toContain('mhr_');
  });

  it('Tuesday: each of them takes one step, and nobody two', async () => {
    expect(await said(['edition', 'draft', '--district', DISTRICT, '--period', '2020'], 1)).toContain(
      'MINHAI_READER_TOKEN',
    );
    const drafted = await said([
      ...['edition', 'draft', '--district', DISTRICT, '--period', '2020'],
      ...as('zhao.min'),
    ]);
    expect(drafted).toMatch(new RegExp(`^${EDITION}  draft  sha256:[0-9a-f]{64}\n$`));
    expect(await said(['edition', 'review', EDITION, ...as('zhao.min')], 1)).toMatch(
      /zhao\.min.*another person/,
    );
    expect(await said(['edition', 'publish', EDITION, ...as('sun.wei')], 1)).toMatch(/^✗ 409: /);
    expect(await said(['edition', 'review', EDITION, ...as('sun.wei')], 1)).toContain('needs the right');
    expect(await said(['edition', 'review', EDITION, ...as('qian.li')])).toContain('reviewed');
    expect(await said(['edition', 'publish', EDITION, ...as('sun.wei')])).toContain('published');
    const shown = await said(['edition', 'show', EDITION]);
    expect(shown).toMatch(/made from +[\d,]+ events of the lake/);
    for (const [name] of STEPS) expect(shown).toContain(name);
  });

  it('Wednesday: the file proves itself offline, and a flipped byte is found', async () => {
    const exported = file('edition.json');
    await said(['edition', 'export', EDITION, '--output', exported]);
    const nowhere = { MINHAI_HOME: file('nothing-here'), MINHAI_PORT_BASE: '20000' };
    const whole = await runMinhai(['edition', 'verify', exported], nowhere);
    expect({ code: whole.code, said: whole.stdout }).toEqual({
      code: 0,
      said: expect.stringContaining(`✓ ${EDITION} is whole, published`),
    });
    const bytes = await readFile(exported);
    const at = bytes.indexOf('"6567"') + 1;
    bytes[at] = '7'.charCodeAt(0);
    await writeFile(file('flipped.json'), bytes);
    const flipped = await runMinhai(['edition', 'verify', file('flipped.json')], nowhere);
    expect(flipped.code).toBe(1);
    expect(flipped.stdout).toMatch(/^✗ DIGEST \/digest: .*\n(.*\n)*✗ do not rely on this file\n$/);
    const again = await said(['edition', 'rebuild', EDITION]);
    expect(again).toContain(`✓ identical: ${accepted.toLocaleString('en')} events`);
  });

  it('Thursday: late events restate the edition with their causes, and it stays what it was', async () => {
    await writeFile(file('late.ndjson'), linesOf([ARRIVED, REGISTERED]).join('\n'));
    expect(await said(['publish', file('late.ndjson')])).toContain('2 accepted');
    await instance.settled();
    expect(await said(['edition', 'restatement', EDITION])).toMatch(
      new RegExp(`${BEDS} +${DISTRICT} +6567 +6579 +\\+?12 +\\+?5 +\\+?7 +2\n`),
    );
    const why = await said([
      ...['explain', BEDS, '--from', '2020-12-31', '--to', '2020-12-31', '--known-from', '2021-02-28'],
    ]);
    expect(why).toMatch(new RegExp(`迟报 +${REGISTERED.id} +2020-12-10 .* \\+7 +\\+7 +—\n`));
    expect(why).not.toContain(ARRIVED.id);
    const quality = await said(['quality', BEDS, '--as-of', '2020-12-31']);
    expect(quality).toContain('LATE_REPORT');
    expect(quality).toContain(REGISTERED.id);
    expect(await said(['edition', 'rebuild', EDITION])).toContain('✓ identical');
    expect(await said(['edition', 'export', EDITION, '--output', file('again.json')])).toContain(
      'again.json',
    );
    expect(await readFile(file('again.json'))).toEqual(await readFile(file('edition.json')));
  });

  it('Friday: the form goes to the ministry as .csv and .xlsx, and a changed definition is rehearsed', async () => {
    const form = ['quarterly', '--district', DISTRICT, '--quarter', '2020-Q4'];
    for (const name of ['form.csv', 'form.xlsx'])
      expect(await said([...form, '--out', file(name)])).toContain(`wrote ${file(name)}: JBZH0001`);
    expect(await readFile(file('form.csv'), 'utf8')).toMatch(
      /^\ufeff指标名称,[^]*\r\n养老机构床位数,张,,6579,/,
    );
    expect((await readFile(file('form.xlsx'))).subarray(0, 2).toString()).toBe('PK');
    expect(await said([...form, '--out', join(folder, 'no', 'form.csv')], 1)).toContain(
      'no such file or folder',
    );

    const { versions } = JSON.parse(await said(['definition', 'show', BEDS, '--json'])) as {
      versions: { definition: { numerator: [{ where: { scope: string[] } }] } }[];
    };
    const proposal = versions[0]!.definition;
    proposal.numerator[0].where.scope = ['INSTITUTION', 'NURSING_HOSPITAL'];
    const proposed = { ...proposal, version: 2, validFrom: '2026-01-01' };
    await writeFile(file('proposal.json'), JSON.stringify(proposed));
    const rehearsed = await said(['definition', 'rehearse', file('proposal.json')]);
    expect(rehearsed).toContain(`${BEDS}: version 1 → 2, nothing stored`);
    expect(rehearsed).toMatch(/2020-12-31 +6579 +6432 +-147/); // without the three homes of 49 beds
    expect(rehearsed).toMatch(/310105001 +\d+ +0 /);
    expect(rehearsed).toMatch(/310105004 +\d+ +[1-9]\d* /);
    expect(await bedsAre()).toBe('6579');
  });

  it('and whoever mistypes is told what to do', async () => {
    expect(await said(['edition', 'show', '310105-2020-9'], 1)).toBe(
      '✗ 404: no such edition: 310105-2020-9 (npx minhai edition list shows them)\n',
    );
    expect(await said(['indicators', 'chn-beds'], 1)).toContain(
      '404: no such indicator: chn-beds (npx minhai',
    );
    expect(await said(['indicators', '--district', '310106'], 1)).toContain(
      'there are plans of 310105, 310118',
    );
    expect(await said(['quarterly', '--district', '310106'], 1)).toContain('310105, 310118');
    await writeFile(file('nobody.token'), 'mhr_nobody\n');
    expect(await said(['edition', 'publish', EDITION, ...as('nobody')], 1)).toMatch(
      /^✗ 401: .*readers list\n$/,
    );
    const nowhere = { MINHAI_HOME: file('nothing-here'), MINHAI_PORT_BASE: '20000' };
    const { code, stderr } = await runMinhai(['quality', BEDS], nowhere);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('npx minhai up') });
  });
});
