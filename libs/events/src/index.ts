export type { DomainEvent, Envelope, Sensitivity } from './envelope.js';
