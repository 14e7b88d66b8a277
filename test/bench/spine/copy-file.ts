/** PostgreSQL's binary COPY format with two columns, uuid and bytea. */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const UUID_BYTES = 16;

export interface ReferenceRow {
  readonly id: string;
  readonly payload: Buffer;
}

export function binaryCopyFile(rows: readonly ReferenceRow[]): Buffer {
  const header = Buffer.concat([SIGNATURE, Buffer.alloc(8)]);
  const trailer = Buffer.from([0xff, 0xff]);
  return Buffer.concat([header, ...rows.map(tuple), trailer]);
}

function tuple({ id, payload }: ReferenceRow): Buffer {
  const bytes = Buffer.alloc(2 + 4 + UUID_BYTES + 4 + payload.length);
  bytes.writeInt16BE(2, 0);
  bytes.writeInt32BE(UUID_BYTES, 2);
  bytes.write(id.replaceAll('-', ''), 6, 'hex');
  bytes.writeInt32BE(payload.length, 22);
  payload.copy(bytes, 26);
  return bytes;
}
