import { parseCertificateIdentifier } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import { isDigest } from '../../../rules/digest.js';
import type { CertIssued } from '../../../payloads.generated.js';
import { issuerOfIdentifier } from '../../../rules/certificate-issuer.js';

export const rules: Rules<CertIssued> = [
  {
    name: 'type-of-identifier',
    pointer: '/data/certTypeCode',
    zh: '证照类型代码与证照标识中的类型一致',
    en: 'the type is the one in the identifier',
    holds: ({ data }) => parseCertificateIdentifier(data.identifier)?.type === data.certTypeCode,
  },
  issuerOfIdentifier,
  {
    name: 'one-holder',
    pointer: '/data/holderRef',
    zh: '持证人与持证单位填且只填一项',
    en: 'the holder is a person or an organisation, not both',
    holds: ({ data }) => (data.holderRef === null) !== (data.holderUsci === null),
  },
  {
    name: 'ends-after-begin',
    pointer: '/data/validTo',
    zh: '有效期截止日期不早于起始日期',
    en: 'a certificate does not end before it begins',
    holds: ({ data }) => data.validTo === null || data.validTo >= data.validFrom,
  },
  {
    name: 'file-hash-form',
    pointer: '/data/fileHash',
    zh: '证照文件摘要为 64 位小写十六进制数',
    en: 'the hash of the file is 64 lower-case hexadecimal digits',
    holds: ({ data }) => isDigest(data.fileHash),
  },
];
