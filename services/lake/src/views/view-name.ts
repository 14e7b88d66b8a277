import { sqlIdentifier } from '@minhai/postgres';

const NAMESPACE = 'cn.gov.mca.';

/**
 * `cn.gov.mca.eldercare.bed.changed` → `eldercare_bed_changed`. Throws TypeError when that is no plain identifier of at
 * most 63 bytes.
 */
export const viewNameOf = (type: string): string =>
  sqlIdentifier(type.replace(NAMESPACE, '').replaceAll('.', '_'));

/** The function that reads payloads for the view. */
export const readerNameOf = (type: string): string => sqlIdentifier(`read_${viewNameOf(type)}`);

/** `certWordNo` → `cert_word_no`. */
export const columnNameOf = (field: string): string =>
  sqlIdentifier(field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
