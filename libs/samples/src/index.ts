export { between, pick, seededRandom, type Random } from './random.js';
export type { SampleEvent } from './sample-event.js';
export { validSamples } from './templates.js';
export { eventStream, generateEvents, isInOrder, type GenerateOptions } from './generate-events.js';
export { editDistance, findType, nearTypes, shortName } from './find-types.js';
export { mutations } from './mutate/mutations.js';
export type { Mutation } from './mutate/mutation.js';
export { avroMutations, type AvroMutation } from './mutate/avro-mutations.js';
