/** 256 bits as lower-case hexadecimal: SHA-256, SM3, or a code made with one of them. */
export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
