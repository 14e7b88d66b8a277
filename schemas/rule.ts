import type { Problem } from '@minhai/errors';

/** A broken rule of an event type. The message names the rule and carries no value of the event. */
export const broken = (pointer: string, message: string): Problem => ({ code: 'RULE', pointer, message });
