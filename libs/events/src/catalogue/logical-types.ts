import {
  dayOfEpochDay,
  epochDayOf,
  formatDecimal,
  isBusinessDay,
  parseDecimal,
  rescale,
} from '@minhai/domain';
import avro from 'avsc';
import { LIMITS } from '../limits.js';

const CACHED_DAYS = 100_000;
const dayByNumber = new Map<number, string>();
const numberByDay = new Map<string, number>();

/** Days repeat; a dictionary is ten times cheaper than a Date. */
export function dayText(epochDay: number): string {
  let day = dayByNumber.get(epochDay);
  if (day === undefined) {
    day = dayOfEpochDay(epochDay);
    if (dayByNumber.size < CACHED_DAYS) dayByNumber.set(epochDay, day);
  }
  return day;
}

/** Days since 1970-01-01, undefined when the text is not a day of the years 1800–2999. */
export function dayNumber(text: string): number | undefined {
  let epochDay = numberByDay.get(text);
  if (epochDay === undefined) {
    if (!isBusinessDay(text)) return undefined;
    epochDay = epochDayOf(text);
    if (numberByDay.size < CACHED_DAYS) numberByDay.set(text, epochDay);
  }
  return epochDay;
}

export const FIRST_EPOCH_DAY = epochDayOf('1800-01-01');
export const LAST_EPOCH_DAY = epochDayOf('2999-12-31');

/** Avro `date` ↔ `YYYY-MM-DD`. */
class DateType extends avro.types.LogicalType {
  protected override _fromValue(value: number): string {
    return dayText(value);
  }

  protected override _toValue(value: unknown): number | undefined {
    return typeof value === 'string' ? dayNumber(value) : undefined;
  }

  protected override _resolve(): undefined {
    return undefined;
  }
}

/** Longs beyond ±2^52 come out of avsc with another value, so they never go in. */
class ExactLongType extends avro.types.LogicalType {
  protected override _fromValue(value: number): number {
    return value;
  }

  protected override _toValue(value: unknown): number | undefined {
    return Number.isSafeInteger(value) && Math.abs(value as number) <= LIMITS.long
      ? (value as number)
      : undefined;
  }

  protected override _resolve(): undefined {
    return undefined;
  }
}

/** Avro `decimal` ↔ decimal string with exactly `scale` decimals. */
class DecimalType extends avro.types.LogicalType {
  private readonly precision: number;
  private readonly scale: number;

  constructor(schema: avro.Schema, options?: unknown) {
    super(schema, options);
    const { precision, scale = 0 } = schema as unknown as { precision: number; scale?: number };
    this.precision = precision;
    this.scale = scale;
  }

  protected override _fromValue(bytes: Buffer): string {
    return formatDecimal({ unscaled: readSigned(bytes), scale: this.scale });
  }

  protected override _toValue(value: unknown): Buffer | undefined {
    const unscaled =
      typeof value === 'string' ? unscaledDecimal(value, this.precision, this.scale) : undefined;
    return unscaled === undefined ? undefined : writeSigned(unscaled);
  }

  protected override _resolve(): undefined {
    return undefined;
  }
}

/** Two's complement, big-endian. */
export function readSigned(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return bytes.length === 0 ? 0n : BigInt.asIntN(bytes.length * 8, value);
}

function writeSigned(value: bigint): Buffer {
  let length = 1;
  while (BigInt.asIntN(length * 8, value) !== value) length++;
  const hex = BigInt.asUintN(length * 8, value).toString(16);
  return Buffer.from(hex.padStart(length * 2, '0'), 'hex');
}

/** The unscaled integer of a decimal string that fits precision and scale without rounding. */
export function unscaledDecimal(text: string, precision: number, scale: number): bigint | undefined {
  const decimal = parseDecimal(text);
  if (!decimal || decimal.scale > scale) return undefined;
  const { unscaled } = rescale(decimal, scale);
  const limit = 10n ** BigInt(precision);
  return unscaled < limit && unscaled > -limit ? unscaled : undefined;
}

const LOGICAL_TYPES = { date: DateType, decimal: DecimalType, 'exact-long': ExactLongType };

/** The avsc type of a contract's schema: dates and decimals as strings, longs exact or refused. */
export const avroTypeOf = (schema: object): avro.Type =>
  avro.Type.forSchema(withExactLongs(schema) as avro.Schema, {
    logicalTypes: LOGICAL_TYPES as never,
    omitRecordMethods: true,
    wrapUnions: 'never',
    registry: {},
  });

function withExactLongs(schema: unknown): unknown {
  if (schema === 'long') return { type: 'long', logicalType: 'exact-long' };
  if (Array.isArray(schema)) return schema.map(withExactLongs);
  if (typeof schema !== 'object' || schema === null) return schema;
  const node = schema as Record<string, unknown>;
  if (node['type'] === 'record') {
    const fields = (node['fields'] as Record<string, unknown>[]).map((f) => ({
      ...f,
      type: withExactLongs(f['type']),
    }));
    return { ...node, fields };
  }
  return node['type'] === 'array' ? { ...node, items: withExactLongs(node['items']) } : node;
}
