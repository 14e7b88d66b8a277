import { All, Delete } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RegistryController } from './registry-controller.js';
import { refusal } from './registry-refusal.js';

/** What a registry might be asked beside the routes above. */
@ApiExcludeController()
@RegistryController('')
export class ElsewhereController {
  @Delete('*path')
  remove(): never {
    throw refusal.forEver();
  }

  @All('*path')
  nothing(): never {
    throw refusal.noRoute();
  }
}
