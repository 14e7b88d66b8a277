/** Injection tokens of this service; FactEngine and the readers are their own tokens. */
export const CATALOGUE = Symbol('Catalogue');
export const TOPIC_PREFIX = Symbol('TopicPrefix');
export const CLOCK = Symbol('Clock');

/** Epoch milliseconds now. */
export type Clock = () => number;
