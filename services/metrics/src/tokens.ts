/** Injection tokens that every module of this service may ask for. */
export const CATALOGUE = Symbol('Catalogue');
export const TOPIC_PREFIX = Symbol('TopicPrefix');
export const CLOCK = Symbol('Clock');

/** Epoch milliseconds now. */
export type Clock = () => number;
