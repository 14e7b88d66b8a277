/** What a credential may do besides publishing for its sources. */
export const RIGHTS = ['schemas:write'] as const;

/** `schemas:write`: add schemas to the registry. */
export type Right = (typeof RIGHTS)[number];
