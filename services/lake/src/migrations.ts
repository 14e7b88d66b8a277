import { loadCatalogue } from '@minhai/events';
import type { GeneratedObject } from '@minhai/postgres';
import { CreateEvent } from './accept/event.migration.js';
import { CreateIntakePartition } from './positions/position.migration.js';
import { CreatePublication } from './publish/publication.migration.js';
import { PublishHeldEvents } from './quarantine/held-event.migration.js';
import { CreateQuarantine } from './quarantine/quarantine.migration.js';
import { CreateDailyOutcome } from './receipts/daily-outcome.migration.js';
import { CreateReceiptPublication } from './receipts/receipt-publication.migration.js';
import { CreateReceipt } from './receipts/receipt.migration.js';
import { eventViews } from './views/event-views.js';

export const schemaName = 'lake';

/** In order. Run as minhai_owner by `migrate`; the service's own role never changes the schema. */
export const migrations = [
  CreateIntakePartition,
  CreateEvent,
  CreateQuarantine,
  CreateReceipt,
  CreatePublication,
  CreateReceiptPublication,
  CreateDailyOutcome,
  PublishHeldEvents,
];

/** What the catalogue makes of the tables. */
export const generated = (): readonly GeneratedObject[] => eventViews(loadCatalogue());
