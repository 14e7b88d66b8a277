import { isUuid } from '@minhai/domain';
import { containsPersonNumber } from '@minhai/events';

export interface ReadableAttributes {
  readonly eventId: string | null;
  readonly source: string | null;
  readonly type: string | null;
}

const SOURCE = /^urn:mca:[0-9a-z:._-]{1,100}$/;
const TYPE = /^cn\.gov\.mca\.[a-z0-9.]{1,100}$/;
const LONGEST = 128;

/**
 * What can be told of a record that could not be read. Only well-formed values, because a column or a page
 * must not show whatever bytes an unknown sender put into a header.
 */
export function readableAttributes(
  headers: Readonly<Record<string, Buffer | undefined>>,
): ReadableAttributes {
  const text = (name: string, isForm: (value: string) => boolean): string | null => {
    const bytes = headers[name];
    if (!bytes || bytes.length > LONGEST) return null;
    const value = bytes.toString('latin1');
    return isForm(value) && !containsPersonNumber(value) ? value : null;
  };
  return {
    eventId: text('ce_id', isUuid),
    source: text('ce_source', (value) => SOURCE.test(value)),
    type: text('ce_type', (value) => TYPE.test(value)),
  };
}
