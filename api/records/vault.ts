import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** 32 bytes, and the id that is stored beside everything they seal. */
export interface SealingKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** A sealed value as it lies in its row. The last 16 bytes of `ciphertext` are the tag. */
export interface SealedBytes {
  readonly keyId: string;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

/** Where a value lies. It opens nowhere else. */
export interface SealedAt {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export interface Vault {
  /** AES-256-GCM under the newest key, with a random nonce. */
  seal(text: string, at: SealedAt): SealedBytes;
  /** Throws when the key is not at hand, or when the value was changed or moved. */
  open(sealed: SealedBytes, at: SealedAt): string;
  /** Keyed hash, so that nobody can confirm a guess without the key. Hexadecimal. */
  hash(purpose: 'request-body' | 'session' | 'person-index', text: string): string;
  /** A secret of its own for one purpose, derived from the oldest key so that new keys end no session. */
  secret(purpose: string): string;
}

const algorithm = 'aes-256-gcm';
const tagLength = 16;

/** Keys newest first: the first seals, all open. Throws without a key. */
export function createVault(keys: readonly SealingKey[]): Vault {
  const [newest] = keys;
  const oldest = keys.at(-1);
  if (newest === undefined || oldest === undefined) throw new Error('no key to seal personal data with');
  const derived = new Map<string, string>();
  const secret = (purpose: string): string => {
    const known = derived.get(purpose);
    if (known !== undefined) return known;
    const bytes = hkdfSync('sha256', oldest.bytes, '', `loive ${purpose}`, 32);
    const text = Buffer.from(bytes).toString('base64');
    derived.set(purpose, text); // purposes are few and ours
    return text;
  };
  return {
    secret,
    seal: (text, at) => sealWith(newest, text, at),
    open: (sealed, at) => {
      const key = keys.find(({ id }) => id === sealed.keyId);
      if (key === undefined) throw new Error(`the key of a sealed value is not at hand: ${sealed.keyId}`);
      return openWith(key, sealed, at);
    },
    hash: (purpose, text) =>
      createHmac('sha256', secret(`hash ${purpose}`))
        .update(text)
        .digest('hex'),
  };
}

function sealWith(key: SealingKey, text: string, at: SealedAt): SealedBytes {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key.bytes, nonce).setAAD(tie(at, key.id));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { keyId: key.id, nonce: new Uint8Array(nonce), ciphertext: new Uint8Array(ciphertext) };
}

function openWith(key: SealingKey, { nonce, ciphertext, keyId }: SealedBytes, at: SealedAt): string {
  const end = ciphertext.length - tagLength;
  const decipher = createDecipheriv(algorithm, key.bytes, nonce, { authTagLength: tagLength }).setAAD(
    tie(at, keyId),
  );
  decipher.setAuthTag(ciphertext.subarray(end));
  return Buffer.concat([decipher.update(ciphertext.subarray(0, end)), decipher.final()]).toString('utf8');
}

const tie = ({ table, row, column }: SealedAt, keyId: string): Buffer =>
  Buffer.from([table, row, column, keyId].join('|'), 'utf8');
