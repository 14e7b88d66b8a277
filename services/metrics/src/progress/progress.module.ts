import { Module } from '@nestjs/common';
import { FoldingModule } from '../folding.module.js';
import { ProgressController } from './progress.controller.js';

@Module({ imports: [FoldingModule], controllers: [ProgressController] })
export class ProgressModule {}
