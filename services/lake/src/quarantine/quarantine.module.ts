import { Module } from '@nestjs/common';
import { QuarantineController } from './quarantine.controller.js';

@Module({ controllers: [QuarantineController] })
export class QuarantineModule {}
