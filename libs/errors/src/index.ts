export { CODES, isCode, type Code, type CodeAdvice } from './codes.js';
export {
  CrashError,
  MinhaiError,
  RefusedError,
  RejectedEventError,
  RetryableError,
  policyOf,
  type Policy,
  type Problem,
} from './errors.js';
