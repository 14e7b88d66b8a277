export * from './time/business-day.js';
export * from './time/instant.js';
export * from './number/decimal.js';
export * from './identifier/uuid.js';
export * from './identifier/usci.js';
export * from './identifier/citizen-number.js';
export * from './identifier/marriage-word-number.js';
export * from './region/region-code.js';
