import { z } from 'zod';
import { accountRoles } from '../../domain/access/viewer.js';
import { line, uuid } from './text.js';

export const SignIn = z
  .strictObject({
    username: line(100),
    password: z.string().normalize('NFC').min(1).max(128),
    /** Of the second factor, where the account has one. */
    code: line(20).optional(),
  })
  .meta({ id: 'SignIn' });
export type SignIn = z.output<typeof SignIn>;

export const Me = z
  .strictObject({
    id: uuid,
    username: z.string(),
    /** The post, never a person's name. */
    title: z.string(),
    language: z.enum(['vi', 'en']),
    roles: z.array(z.enum(accountRoles)),
    agency: z.strictObject({ id: uuid, name: z.string(), roles: z.array(z.string()) }).nullable(),
    /** What this account may do besides what each case permits. */
    permissions: z.array(z.string()),
    /** The passphrase was set by somebody else: until it is replaced nothing else is answered. */
    passphraseTemporary: z.literal(true).optional(),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof Me>;

export const shortestPassphrase = 12;

/** `PUT /me/passphrase`. Ends every other session of the account. */
export const ChangePassphrase = z
  .strictObject({
    current: z.string().normalize('NFC').min(1).max(128),
    next: z.string().normalize('NFC').min(shortestPassphrase).max(128),
  })
  .meta({ id: 'ChangePassphrase' });
export type ChangePassphrase = z.output<typeof ChangePassphrase>;

/** Who can be tried where the demo world is on. */
export const DemoAccounts = z
  .strictObject({
    passphrase: z.string(),
    accounts: z.array(z.strictObject({ username: z.string(), title: z.string() })),
  })
  .meta({ id: 'DemoAccounts' });
export type DemoAccounts = z.output<typeof DemoAccounts>;
