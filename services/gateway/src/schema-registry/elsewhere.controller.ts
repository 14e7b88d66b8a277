import { All, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RegistryController } from './registry-controller.js';
import { refusal } from './registry-refusal.js';

/** What a registry might be asked beside the routes of the other controllers. */
@ApiExcludeController()
@RegistryController('')
export class ElsewhereController {
  @All('*')
  nothing(@Req() request: FastifyRequest): never {
    throw request.method === 'DELETE' ? refusal.forEver() : refusal.noRoute();
  }
}
