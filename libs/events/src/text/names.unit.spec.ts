import { describe, expect, it } from '@jest/globals';
import {
  loadCatalogue,
  readAcceptedEvent,
  readHttpEvent,
  readKafkaEvent,
  toCloudEvent,
  toKafkaRecord,
  type DomainEvent,
  type Outcome,
} from '../index.js';
import { VALID_SAMPLES } from '../schema-samples.spec.js';

const catalogue = loadCatalogue();
const sample = (folder: string) => VALID_SAMPLES.find(({ name }) => name === `${folder}/plain`)!.event;
const withData = (folder: string, data: object) =>
  JSON.stringify({ ...sample(folder), data: { ...(sample(folder)['data'] as object), ...data } });

function valueOf(outcome: Outcome<DomainEvent>): DomainEvent {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const problemsOf = (outcome: Outcome<DomainEvent>) =>
  outcome.ok ? [] : outcome.problems.map(({ code, pointer }) => `${code} ${pointer}`);

describe('a name, over HTTP, Kafka and back', () => {
  it.each([
    ['CJK extension A', '㐂\u4dbf'],
    ['CJK extension B', '\u{20000}𠮷\u{2a6df}'],
    ['CJK extension C', '\u{2a700}\u{2b73f}'],
    ['CJK extension D', '\u{2b740}\u{2b81f}'],
    ['CJK extension E', '\u{2b820}\u{2cea1}'],
    ['CJK extension F', '\u{2ceb0}\u{2ebe0}'],
    ['CJK extension G', '\u{30000}\u{3134a}'],
    ['CJK extension H', '\u{31350}\u{323af}'],
    ['compatibility ideographs', '\uf900\ufa0e\ufad9'],
    ['compatibility ideographs beyond the first plane', '\u{2f800}\u{2fa1d}'],
    ['the middle dot', '买买提·艾力'],
    ['other dots in its place', '买买提•艾力‧阿‧不・都．拉'],
    ['full-width letters, which NFKC would replace', 'ＡＢＣ养老院１２３'],
    ['enclosed and squared characters, which NFKC would replace', '㈱①㎡'],
    ['an ideographic space', '张\u3000三'],
  ])('given %s, then it survives byte for byte', (_, name) => {
    const text = withData('eldercare/institution.opened', { name });
    const event = valueOf(readHttpEvent(Buffer.from(text), catalogue));
    const record = toKafkaRecord(event, catalogue);
    const back = toCloudEvent(valueOf(readKafkaEvent(record, catalogue)));
    const stored = valueOf(readHttpEvent(JSON.stringify(back), catalogue));
    for (const one of [event, readAcceptedEvent(record, catalogue), stored])
      expect(Buffer.from(String(one.data['name'])).equals(Buffer.from(name))).toBe(true);
    expect(record.value!.includes(Buffer.from(name))).toBe(true);
  });

  it('given one that is not in NFC, then it is refused and not repaired', () => {
    const text = withData('eldercare/institution.opened', { name: 'Cafe\u0301' });
    expect(problemsOf(readHttpEvent(text, catalogue))).toEqual(['ENCODING /data/name']);
  });

  it.each([
    ['a control character', '示例\u0007', 'CONTROL_CHAR'],
    ['a right-to-left override', '示例\u202e', 'CONTROL_CHAR'],
    ['an isolate', '\u2067示例\u2069', 'CONTROL_CHAR'],
    ['an Arabic letter mark', '示例\u061c', 'CONTROL_CHAR'],
  ])('given %s, then it is refused', (_, name, code) => {
    const text = withData('eldercare/institution.opened', { name });
    expect(problemsOf(readHttpEvent(text, catalogue))).toEqual([`${code} /data/name`]);
  });

  it('given GBK bytes, then ENCODING', () => {
    const [before, after] = withData('eldercare/institution.opened', { name: '|' }).split('|');
    // 养老院 in GBK.
    const gbk = Buffer.from([0xd1, 0xf8, 0xc0, 0xcf, 0xd4, 0xba]);
    const body = Buffer.concat([Buffer.from(before!), gbk, Buffer.from(after!)]);
    expect(problemsOf(readHttpEvent(body, catalogue)).map((one) => one.split(' ')[0])).toEqual(['ENCODING']);
  });
});

describe('a citizen’s number as a JSON number', () => {
  it.each(['440524188001010014', '11010519491231002', '4.40524188001010014e17'])(
    'given %s where a text belongs, then FIELD_TYPE, before its last digits are lost',
    (number) => {
      const text = withData('marriage/registered', { partyA: '|' }).replace('"|"', number);
      expect(problemsOf(readHttpEvent(text, catalogue))).toEqual(['FIELD_TYPE /data/partyA']);
    },
  );

  it('given one in an attribute of the envelope, then ENVELOPE', () => {
    const text = JSON.stringify({ ...sample('record/voided'), subject: '|' }).replace(
      '"|"',
      '440524188001010014',
    );
    expect(problemsOf(readHttpEvent(text, catalogue))).toEqual(expect.arrayContaining(['ENVELOPE /subject']));
  });
});
