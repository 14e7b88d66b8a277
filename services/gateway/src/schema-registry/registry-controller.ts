import {
  applyDecorators,
  Controller,
  UseFilters,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { registryMediaType } from './media-type.js';
import { RegistryFilter } from './registry.filter.js';

class RegistryMediaType implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    const http = context.switchToHttp();
    const { accept } = http.getRequest<FastifyRequest>().headers;
    void http.getResponse<FastifyReply>().header('content-type', registryMediaType(accept));
    return next.handle();
  }
}

/** A controller of Confluent's REST subset: its media types, its error bodies. Reading needs no credential. */
export const RegistryController = (path: string): ClassDecorator =>
  applyDecorators(
    ApiTags('schema registry'),
    Controller(`registry${path}`),
    UseFilters(RegistryFilter),
    UseInterceptors(RegistryMediaType),
  ) as ClassDecorator;
