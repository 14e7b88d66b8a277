import { Module, type DynamicModule } from '@nestjs/common';
import type { Catalogue } from '@minhai/events';
import { failpointsOf, type LakeConfig } from './config.js';
import type { Failpoints } from './failpoints/failpoints.js';

/** What is fixed for the life of the process. */
export interface LakeContext {
  readonly config: LakeConfig;
  readonly catalogue: Catalogue;
  readonly failpoints: Failpoints;
}

export const CONTEXT = Symbol('LakeContext');

@Module({})
export class ContextModule {
  static register(config: LakeConfig, catalogue: Catalogue): DynamicModule {
    const context: LakeContext = { config, catalogue, failpoints: failpointsOf(config) };
    return {
      module: ContextModule,
      global: true,
      providers: [{ provide: CONTEXT, useValue: context }],
      exports: [CONTEXT],
    };
  }
}
