import { Module, type DynamicModule, type Type } from '@nestjs/common';

export type AnyModule = Type<unknown> | DynamicModule;

/** A service: what every service has, and its own module. */
@Module({})
export class ServiceModule {
  static of(modules: readonly AnyModule[]): DynamicModule {
    return { module: ServiceModule, imports: [...modules] };
  }
}
