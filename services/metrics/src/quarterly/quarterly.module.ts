import { Module } from '@nestjs/common';
import { QuarterlyController } from './quarterly.controller.js';

@Module({ controllers: [QuarterlyController] })
export class QuarterlyModule {}
