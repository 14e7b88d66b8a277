import { Module } from '@nestjs/common';
import { DefinitionsController } from './definitions.controller.js';

@Module({ controllers: [DefinitionsController] })
export class DefinitionsModule {}
