export const REGISTRY_MEDIA_TYPE = 'application/vnd.schemaregistry.v1+json';

/** Registry clients name their own type first and JSON as a way out; whoever accepts JSON alone gets that. */
export const registryMediaType = (accept: string | undefined): string =>
  accept !== undefined && accept.includes('application/json') && !accept.includes('vnd.schemaregistry')
    ? 'application/json'
    : REGISTRY_MEDIA_TYPE;

const TAKEN = /^application\/(vnd\.schemaregistry(\.v1)?\+json|json|octet-stream)\s*(;|$)/i;

/** Without a type the body is taken for what it can only be. */
export const isRegistryBody = (contentType: string | undefined): boolean =>
  contentType === undefined || TAKEN.test(contentType);
