import type { Restatement } from '@minhai/metrics';
import { addressesOf } from '../../stack/addresses.js';
import type { CommandContext } from '../command.js';
import { getJson } from '../http-json.js';

export async function restatement(
  id: string,
  { json }: { readonly json?: boolean },
  { config, terminal }: CommandContext,
): Promise<void> {
  const url = `${addressesOf(config).metrics}/v1/editions/${encodeURIComponent(id)}/restatement`;
  const note = await getJson<Restatement>(url);
  if (json) return terminal.json(note);
  if (note.changed.length > 0)
    terminal.table(
      [
        { title: 'indicator' },
        { title: 'region' },
        { title: 'published', align: 'right' },
        { title: 'today', align: 'right' },
        { title: 'difference', align: 'right' },
        { title: '= arrived', align: 'right' },
        { title: '+ registered', align: 'right' },
        { title: 'later events', align: 'right' },
      ],
      note.changed.map(({ indicator, region, published, present, eventCount, ...moved }) => [
        indicator,
        region,
        textOf(published),
        textOf(present),
        moved.difference.value ?? '–',
        moved.arrivedLater.value ?? '–',
        moved.registeredLater.value ?? '–',
        eventCount === null ? '***' : String(eventCount),
      ]),
    );
  terminal.print(
    `${note.edition} (${note.state}), figures of ${note.asOf}: ${note.changed.length} of ${note.figures} would be others today.`,
  );
  if (note.restatedPeriods.length > 0)
    terminal.print(`Monthly reports restated since: ${note.restatedPeriods.length} (--json lists them).`);
  if (note.changedFacts.length > 0)
    terminal.print(`Facts defined otherwise since: ${note.changedFacts.join(', ')}.`);
}

const textOf = ({ value, withheld }: Restatement['changed'][number]['published']): string =>
  withheld ? '***' : (value ?? '–');
