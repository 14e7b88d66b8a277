import { mod37_36 } from './iso7064.js';

/** 电子证照标识, GB/T 36904-2018: `1.2.156.3005.2.{type}.{issuer}.{serial}.{version}.{check}`. */
export interface CertificateIdentifier {
  /** USCI of the owner of the certificate type and its 3-digit number, 21 characters. */
  readonly type: string;
  /** USCI of the issuer; real issuers also use shorter codes, so 6 to 18 of 0–9 A–Z. */
  readonly issuer: string;
  /** 1 to 32 of 0–9 A–Z. */
  readonly serial: string;
  /** 3 digits. */
  readonly version: string;
}

export type CertificateIdentifierVerdict = 'valid' | 'form' | 'check';

const ROOT = '1.2.156.3005.2';
const FORM =
  /^1\.2\.156\.3005\.2\.([0-9A-Z]{18}\d{3})\.([0-9A-Z]{6,18})\.([0-9A-Z]{1,32})\.(\d{3})\.([0-9A-Z])$/;

/** ISO 7064 MOD 37,36 over type, issuer, serial and version without their dots. */
export const certificateCheckCharacter = ({ type, issuer, serial, version }: CertificateIdentifier): string =>
  mod37_36(type + issuer + serial + version);

/** The parts of an identifier of the right form, whatever its check character says. */
export function parseCertificateIdentifier(text: string): CertificateIdentifier | undefined {
  const [, type, issuer, serial, version] = FORM.exec(text) ?? [];
  return version === undefined ? undefined : ({ type, issuer, serial, version } as CertificateIdentifier);
}

export function judgeCertificateIdentifier(text: string): CertificateIdentifierVerdict {
  const parts = parseCertificateIdentifier(text);
  if (!parts) return 'form';
  return certificateCheckCharacter(parts) === text.at(-1) ? 'valid' : 'check';
}

/** Writes the identifier with its check character. Throws a RangeError for parts that have not their form. */
export function formatCertificateIdentifier(parts: CertificateIdentifier): string {
  const { type, issuer, serial, version } = parts;
  const text = `${ROOT}.${type}.${issuer}.${serial}.${version}.${certificateCheckCharacter(parts)}`;
  if (!FORM.test(text)) throw new RangeError('a part of the certificate identifier has not its form');
  return text;
}
