import type { Problem } from '@minhai/errors';
import {
  isAttribute,
  isIgnoredAttribute,
  type AttributeName,
  type RawAttributes,
} from '../envelope/attributes.js';
import { problem } from '../outcome.js';
import { headerText, repeatedHeaderText } from './header-text.js';
import { HEADER_PREFIX, type WireRecord } from './record.js';

/**
 * The envelope's texts from `ce_*` headers; other headers are none of its business. Adds ENCODING for bytes that are
 * not UTF-8 and ENVELOPE for a `ce_` header this product does not know.
 *
 * Headers are the dearest part of reading an event, hence constant names instead of a loop, and a memory for the texts
 * that repeat from event to event.
 */
export function readHeaders(headers: WireRecord['headers'], problems: Problem[]): RawAttributes {
  const unique = (name: AttributeName, bytes: Buffer | undefined): string | undefined =>
    bytes && (headerText(bytes) ?? unreadable(name, problems));
  const repeated = (name: AttributeName, bytes: Buffer | undefined): string | undefined =>
    bytes && (repeatedHeaderText(bytes) ?? unreadable(name, problems));
  judgeNames(headers, problems);
  return {
    specversion: repeated('specversion', headers['ce_specversion']),
    id: unique('id', headers['ce_id']),
    source: repeated('source', headers['ce_source']),
    type: repeated('type', headers['ce_type']),
    subject: unique('subject', headers['ce_subject']),
    time: unique('time', headers['ce_time']),
    recordedtime: unique('recordedtime', headers['ce_recordedtime']),
    regionid: repeated('regionid', headers['ce_regionid']),
    streetid: repeated('streetid', headers['ce_streetid']),
    villageid: repeated('villageid', headers['ce_villageid']),
    seq: unique('seq', headers['ce_seq']),
    sensitivity: repeated('sensitivity', headers['ce_sensitivity']),
    correctionof: unique('correctionof', headers['ce_correctionof']),
    voids: unique('voids', headers['ce_voids']),
    reason: unique('reason', headers['ce_reason']),
    actor: unique('actor', headers['ce_actor']),
    dataschema: repeated('dataschema', headers['ce_dataschema']),
    datacontenttype: repeated('datacontenttype', headers['ce_datacontenttype']),
  };
}

function unreadable(name: AttributeName, problems: Problem[]): string {
  problems.push(problem('ENCODING', `/${name}`));
  return '';
}

// Header names of all events together are few; each is judged once. Bounded against names made up by a publisher.
const MAXIMUM_NAMES = 1000;
const known = new Map<string, boolean>();

function judgeNames(headers: WireRecord['headers'], problems: Problem[]): void {
  for (const header in headers) {
    if (!(known.get(header) ?? rememberName(header)))
      problems.push(problem('ENVELOPE', '', 'a ce_ header is not an attribute of this product'));
  }
}

function rememberName(header: string): boolean {
  const name = header.slice(HEADER_PREFIX.length);
  const isKnown = !header.startsWith(HEADER_PREFIX) || isAttribute(name) || isIgnoredAttribute(name);
  if (known.size < MAXIMUM_NAMES) known.set(header, isKnown);
  return isKnown;
}
