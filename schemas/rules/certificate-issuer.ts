import { parseCertificateIdentifier } from '@minhai/domain';
import type { Rule } from '../contract.js';

const USCI_LENGTH = 18;

/** Some issuers write a shorter code of their own into the identifier; only a full one can be compared. */
export const issuerOfIdentifier: Rule<{ readonly identifier: string; readonly issuerUsci: string }> = {
  name: 'issuer-of-identifier',
  pointer: '/data/issuerUsci',
  zh: '颁发机构与证照标识中的颁发机构一致',
  en: 'the issuer is the one in the identifier',
  holds: ({ data }) => {
    const issuer = parseCertificateIdentifier(data.identifier)?.issuer;
    return issuer?.length !== USCI_LENGTH || issuer === data.issuerUsci;
  },
};
