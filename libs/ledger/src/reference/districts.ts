/** The two districts whose plans are computed. GB/T 2260. */
export type DistrictCode = '310105' | '310118';

export interface Street {
  /** 9 digits. */
  readonly code: string;
  readonly name: string;
  /** Residents' and villagers' committees in the 2023 list; a weight, never a figure. */
  readonly committees: number;
}

export interface District {
  readonly code: DistrictCode;
  readonly name: string;
  /** The name without 区, as invented names use it. */
  readonly shortName: string;
  readonly streets: readonly Street[];
}

const street = (code: string, name: string, committees: number): Street => ({ code, name, committees });

export const DISTRICTS: Readonly<Record<DistrictCode, District>> = {
  '310105': {
    code: '310105',
    name: '长宁区',
    shortName: '长宁',
    streets: [
      street('310105001', '华阳路街道', 21),
      street('310105002', '江苏路街道', 13),
      street('310105004', '新华路街道', 17),
      street('310105005', '周家桥街道', 21),
      street('310105006', '天山路街道', 17),
      street('310105008', '仙霞新村街道', 24),
      street('310105009', '虹桥街道', 20),
      street('310105010', '程家桥街道', 8),
      street('310105011', '北新泾街道', 15),
      street('310105102', '新泾镇', 33),
    ],
  },
  '310118': {
    code: '310118',
    name: '青浦区',
    shortName: '青浦',
    streets: [
      street('310118001', '夏阳街道', 32),
      street('310118002', '盈浦街道', 35),
      street('310118003', '香花桥街道', 35),
      street('310118102', '朱家角镇', 46),
      street('310118103', '练塘镇', 30),
      street('310118104', '金泽镇', 35),
      street('310118105', '赵巷镇', 30),
      street('310118106', '徐泾镇', 37),
      street('310118107', '华新镇', 34),
      street('310118109', '重固镇', 15),
      street('310118110', '白鹤镇', 26),
    ],
  },
};

/** `310105102` → 新泾: the stem that invented names are made of. */
export const stemOf = (streetName: string): string => streetName.replace(/(新村街道|街道|镇)$/, '');

export const streetNameOf = (district: DistrictCode, code: string): string =>
  DISTRICTS[district].streets.find((candidate) => candidate.code === code)!.name;
