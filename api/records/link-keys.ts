import { createHmac, timingSafeEqual } from 'node:crypto';
import { isUuid } from '../../domain/ids.js';
import type { Vault } from './vault.js';

const idBytes = 16;
/** 112 bits: with the id a multiple of three bytes, so that a token has exactly one spelling. */
const sealBytes = 14;

/**
 * All that makes a link trustworthy, derived from the sealing key and stored nowhere: the signed token in its address,
 * the second code, the mark of a browser that gave the code, and the seal of a form that this page wrote.
 */
export interface LinkKeys {
  /** 40 characters, safe in an address. */
  tokenOf(linkId: string): string;
  /** The link that a token names; undefined for whatever was not made here. */
  linkIdOf(token: string): string | undefined;
  /** Eight digits. The same for the same link, so that a repeated request is answered alike. */
  codeOf(linkId: string): string;
  codeHash(linkId: string, code: string): string;
  /** What a browser shows that has given the code; good until `untilMs`. */
  passOf(linkId: string, untilMs: number): string;
  isPass(linkId: string, pass: string, nowMs: number): boolean;
  /** Ties a form to the link and to the browser it was written for. */
  formSeal(linkId: string, pass: string): string;
}

export function linkKeys(vault: Vault): LinkKeys {
  const mac = (purpose: string): ((text: string) => Buffer) => {
    const secret = vault.secret(`agency link ${purpose}`);
    return (text) => createHmac('sha256', secret).update(text).digest();
  };
  const [tokenMac, codeMac, hashMac, passMac, formMac] = [
    mac('token'),
    mac('code'),
    mac('code hash'),
    mac('pass'),
    mac('form'),
  ];
  const tokenOf = (linkId: string): string =>
    Buffer.concat([
      Buffer.from(linkId.replaceAll('-', ''), 'hex'),
      tokenMac(linkId).subarray(0, sealBytes),
    ]).toString('base64url');
  const passOf = (linkId: string, untilMs: number): string =>
    `${String(untilMs)}.${passMac(`${linkId}|${String(untilMs)}`).toString('base64url')}`;
  return {
    tokenOf,
    linkIdOf: (token) => {
      const linkId = idIn(token);
      return linkId !== undefined && isSame(token, tokenOf(linkId)) ? linkId : undefined;
    },
    codeOf: (linkId) => String(codeMac(linkId).readUIntBE(0, 6) % 100_000_000).padStart(8, '0'),
    codeHash: (linkId, code) => hashMac(`${linkId}|${code}`).toString('hex'),
    passOf,
    isPass: (linkId, pass, nowMs) => {
      const untilMs = Number(/^(\d{1,15})\./.exec(pass)?.[1] ?? 0);
      return untilMs > nowMs && isSame(pass, passOf(linkId, untilMs));
    },
    formSeal: (linkId, pass) => formMac(`${linkId}|${pass}`).toString('base64url'),
  };
}

function idIn(token: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{40}$/.test(token)) return undefined;
  const hex = Buffer.from(token, 'base64url').subarray(0, idBytes).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isUuid(id) ? id : undefined;
}

/** In a time that tells nothing about where two texts differ. */
export function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
