/** `prefix` is TOPIC_PREFIX, `mca` by default. */
export const intakeTopic = (prefix: string, domain: string): string => `${prefix}.intake.${domain}`;
export const acceptedTopic = (prefix: string, domain: string): string => `${prefix}.accepted.${domain}`;
