import { describe, expect, it } from '@jest/globals';
import { formatFraction } from '../evaluate/fraction.js';
import {
  share,
  beds,
  newBeds,
  at,
  instant,
  event,
  row,
  reading,
  GENERAL,
  move,
  told,
} from './movement-case.fixture.js';

describe('movement between two readings', () => {
  it('given beds that opened and a nursing ward that closed, splits the change of the share between its sides', () => {
    const movement = move({
      from: reading(share, 0, null),
      to: reading(share, 366, null),
      rows: [
        row(30, 0, ['a'], { validUntil: at(100), causes: ['a', 'c'] }),
        row(70, 0, ['b'], { dims: GENERAL }),
        row(60, 50, ['d']),
      ],
      events: [event('a', 0, 0), event('b', 0, 0), event('c', 100, 100), event('d', 50, 50)],
    });
    expect([movement.from.value, movement.to.value]).toEqual(['30.00', '46.15']);
    expect(told(movement)).toEqual([
      ['numerator', '26.54', 'c d'],
      ['denominator', '-10.39', 'c d'],
    ]);
    const [numerator] = movement.parts;
    expect(numerator!.events.map(({ value }) => formatFraction(value!))).toEqual(['-345/13', '690/13']);
  });

  it('given a correction, a void and a late report between the readings, names each', () => {
    const movement = move({
      from: reading(beds, 366, 380),
      to: reading(beds, 366, 430),
      rows: [
        row(80, 10, ['first'], { knownUntil: instant(400) }),
        row(90, 10, ['corrected'], { knownFrom: instant(400) }),
        row(7, 20, ['wrong'], { entity: 'i-2', knownUntil: instant(410) }),
        row(5, 30, ['late'], { entity: 'i-3', knownFrom: instant(420) }),
      ],
      events: [
        event('first', 10, 10),
        event('corrected', 10, 400, { correctionOf: 'first' }),
        event('wrong', 20, 20),
        event('void', 410, 410, { voids: 'wrong' }),
        event('late', 30, 420),
      ],
    });
    expect(told(movement)).toEqual([
      ['corrections', '10', 'corrected'],
      ['voids', '-7', 'void'],
      ['late', '5', 'late'],
    ]);
  });

  it('given a closing recorded late, names the closing that ended the row, not the newest event of the institution', () => {
    const movement = move({
      from: reading(beds, 366, 380),
      to: reading(beds, 366, 430),
      rows: [
        row(80, 10, ['opening'], { knownUntil: instant(400) }),
        row(80, 10, ['opening', 'closing'], { knownFrom: instant(400), validUntil: at(300) }),
      ],
      events: [event('opening', 10, 10), event('closing', 300, 400), event('unrelated', 370, 410)],
    });
    expect(told(movement)).toEqual([['late', '-80', 'closing']]);
  });

  it('given a relocation, nothing moved for the district and the same event for both streets', () => {
    const rows = [
      row(80, 0, ['opening', 'moved'], { validUntil: at(50) }),
      row(80, 50, ['opening', 'moved'], { street: '310105002' }),
    ];
    const events = [event('opening', 0, 0), event('moved', 50, 50)];
    const question = { from: reading(beds, 0, null), to: reading(beds, 366, null), rows, events };
    expect(told(move(question))).toEqual([]);
    expect(told(move({ ...question, street: '310105002' }))).toEqual([['numerator', '80', 'moved']]);
  });

  it('given a flow over two years, tells the earlier year that is left behind from what happened since', () => {
    const movement = move({
      from: reading(newBeds, 0, null),
      to: reading(newBeds, 366, null),
      rows: [
        row(40, -100, ['old'], { measure: 'eldercare.new-beds', dims: { scope: 'INSTITUTION' } }),
        row(25, 100, ['new'], { measure: 'eldercare.new-beds', dims: { scope: 'INSTITUTION' } }),
      ],
      events: [event('old', -100, -100), event('new', 100, 100)],
    });
    expect(told(movement)).toEqual([
      ['earlier-period', '-40', 'old'],
      ['numerator', '25', 'new'],
    ]);
  });

  it('given another definition at the second reading, that is a part of its own', () => {
    const wider = { ...share, numerator: share.denominator! };
    const movement = move({
      from: reading(share, 0, null),
      to: reading(wider, 366, null),
      rows: [row(30, 0, ['a']), row(70, 0, ['b'], { dims: GENERAL }), row(10, 5, ['c'])],
      events: [event('a', 0, 0), event('b', 0, 0), event('c', 5, 5)],
    });
    expect(told(movement).slice(0, 1)).toEqual([['definition', '70.00', '']]);
    expect(movement.to.value).toBe('100.00');
  });

  it('given no denominator at the first reading, explains numerator and denominator and invents no value', () => {
    const movement = move({
      from: reading(share, 0, null),
      to: reading(share, 366, null),
      rows: [row(30, 5, ['a']), row(70, 6, ['b'], { dims: GENERAL })],
      events: [event('a', 5, 5), event('b', 6, 6)],
    });
    expect(movement.printed).toBeNull();
    expect(movement.from.value).toBeNull();
    expect(
      movement.parts.map(({ part, printed, numerator, denominator }) => [
        part,
        printed,
        numerator.unscaled,
        denominator.unscaled,
      ]),
    ).toEqual([
      ['numerator', null, 30n, 0n],
      ['denominator', null, 0n, 100n],
    ]);
  });
});
