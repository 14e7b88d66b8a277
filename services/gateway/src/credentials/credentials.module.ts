import { Module, type DynamicModule } from '@nestjs/common';
import { Resources } from '@minhai/nest';
import { entityDataSource } from '@minhai/postgres';
import type { GatewayConfig } from '../config.js';
import { BearerGuard } from './bearer.guard.js';
import { CredentialEntity } from './credential.entity.js';
import { CredentialService } from './credential.service.js';
import { Publishers } from './publisher.js';

@Module({})
export class CredentialsModule {
  static register(config: GatewayConfig, now: () => number): DynamicModule {
    return {
      module: CredentialsModule,
      global: true,
      providers: [
        {
          provide: Publishers,
          inject: [Resources],
          useFactory: async (resources: Resources): Promise<Publishers> => {
            const source = entityDataSource(config.DATABASE_URL, 'minhai-gateway-credentials', [
              CredentialEntity,
            ]);
            await source.initialize();
            resources.closeAt('database', () => source.destroy());
            return new Publishers(new CredentialService(source.getRepository(CredentialEntity)), now);
          },
        },
        BearerGuard,
      ],
      exports: [Publishers, BearerGuard],
    };
  }
}
