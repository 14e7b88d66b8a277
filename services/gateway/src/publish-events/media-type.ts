import { RefusedError } from '@minhai/errors';

export const EVENT_MEDIA_TYPES = [
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/x-ndjson',
] as const;
export type EventMediaType = (typeof EVENT_MEDIA_TYPES)[number];

const SUPPORTED: ReadonlySet<string> = new Set(EVENT_MEDIA_TYPES);
const CHARSET = /;\s*charset="?([^";\s]+)"?/i;

/** Which of the three the body is; throws RefusedError 415 for anything else and for a charset other than UTF-8. */
export function eventMediaType(contentType: string | undefined): EventMediaType {
  const semicolon = contentType?.indexOf(';') ?? -1;
  const type = (semicolon < 0 ? contentType : contentType!.slice(0, semicolon))?.trim().toLowerCase();
  const charset = semicolon < 0 ? undefined : CHARSET.exec(contentType!)?.[1];
  if (
    type !== undefined &&
    SUPPORTED.has(type) &&
    (charset === undefined || charset.toLowerCase() === 'utf-8')
  ) {
    return type as EventMediaType;
  }
  throw new RefusedError(415, 'MEDIA_TYPE', `send ${EVENT_MEDIA_TYPES.join(', ')}, in UTF-8`);
}

/** Whether the body is packed; throws RefusedError 415 for an encoding other than gzip, and for gzip JSON. */
export function isGzip(contentEncoding: string | undefined, mediaType: EventMediaType): boolean {
  const encoding = contentEncoding?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') return false;
  if (encoding === 'gzip' && mediaType === 'application/x-ndjson') return true;
  throw new RefusedError(
    415,
    'MEDIA_TYPE',
    'content-encoding may be gzip for application/x-ndjson, and nothing else',
  );
}
