import type { MeasureDefinition } from '@minhai/facts';

type Measure = (name: string, unit: string, zh: string, en: string) => MeasureDefinition;

/** A whole number that counts on every day of its validity. */
export const stock: Measure = (name, unit, zh, en) => ({
  name,
  kind: 'stock',
  unit,
  scale: 0,
  titles: { zh, en },
});

/** A whole number that counts once, on its day. */
export const flow: Measure = (name, unit, zh, en) => ({ ...stock(name, unit, zh, en), kind: 'flow' });
