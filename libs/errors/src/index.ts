export { CODES, INTAKE_CODES, isCode, type Code, type CodeAdvice, type IntakeCode } from './codes.js';
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
