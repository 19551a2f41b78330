/** SHA-256 of the bytes (a string stands for its UTF-8 bytes) as 64 lower-case hexadecimal digits. */
export type Sha256 = (data: string | Uint8Array) => string;
