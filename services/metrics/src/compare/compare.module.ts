import { Module } from '@nestjs/common';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { IndicatorsModule } from '../indicators-api/indicators.module.js';
import { IndicatorsService } from '../indicators-api/indicators.service.js';
import { CompareController } from './compare.controller.js';
import { CompareService } from './compare.service.js';

@Module({
  imports: [IndicatorsModule],
  controllers: [CompareController],
  providers: [
    {
      provide: CompareService,
      inject: [IndicatorsService],
      useFactory: (service: IndicatorsService) => new CompareService(service, INDICATORS),
    },
  ],
})
export class CompareModule {}
