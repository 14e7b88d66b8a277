export type * from './core/definition.js';
