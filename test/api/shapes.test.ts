import { CommandBody, publicCommandTypes } from '../../api/contract/command.js';
import { problemCodes, statusOf } from '../../api/contract/problem.js';
import { sealed, SealedValue } from '../../api/contract/text.js';
import { fromCursor, toCursor } from '../../api/read/cursor.js';
import { createVault } from '../../api/records/vault.js';
import en from '../../messages/en.json';
import vi from '../../messages/vi.json';

describe('the contract', () => {
  test('every public command can be sent', () => {
    const listed = CommandBody.options.map((option) => option.shape.type.value);
    expect([...listed].sort()).toEqual([...publicCommandTypes].sort());
  });
  test('every problem has a status that clients know, and sentences in both languages', () => {
    for (const code of problemCodes) {
      expect(statusOf[code]).toBeGreaterThanOrEqual(400);
      for (const sentences of [vi, en] as Record<string, string>[]) {
        expect(sentences[`problem.${code}.detail`]?.length).toBeGreaterThan(15);
      }
    }
  });
  test('both languages have the same keys and fill in the same names', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [key, text] of Object.entries(vi))
      expect([key, names((en as Record<string, string>)[key] ?? '')]).toEqual([key, names(text)]);
  });
  test('a sealed text is composed, and never printed', () => {
    const value = sealed(100).parse('Hoa\u0300 Bi\u0300nh');
    expect(value).toBeInstanceOf(SealedValue);
    expect(value.reveal()).toBe('Hoà Bình');
    expect([JSON.stringify({ value }), String(value), Object.keys(value)]).toEqual([
      '{"value":"[sealed]"}',
      '[sealed]',
      [],
    ]);
  });
  test('a cursor says where a page ended; nothing else is one', () => {
    const at = new Date('2026-11-24T01:02:03.456Z');
    const id = '0190c3f2-0000-4000-8000-000000000001';
    expect(fromCursor(toCursor(at, id))).toEqual([at.toISOString(), id]);
    expect(fromCursor(toCursor(null, id))).toEqual(['infinity', id]);
    for (const text of ['abc', Buffer.from('["now()","1"]').toString('base64url')])
      expect(() => fromCursor(text)).toThrow('field-invalid');
  });
});

describe('the vault', () => {
  const key = { id: 'new', bytes: new Uint8Array(32).fill(1) };
  const old = { id: 'old', bytes: new Uint8Array(32).fill(2) };
  const at = { table: 'person_field', row: 'a', column: 'fullName' };

  test('opens what it sealed, with older keys too', () => {
    const before = createVault([old]).seal('Người Mẫu', at);
    expect(createVault([key, old]).open(before, at)).toBe('Người Mẫu');
    expect(createVault([key, old]).seal('x', at).keyId).toBe('new');
  });
  test('opens nothing that was moved, changed, or whose key is gone', () => {
    const vault = createVault([key]);
    const value = vault.seal('Người Mẫu', at);
    for (const moved of [
      { ...at, row: 'b' },
      { ...at, column: 'story' },
      { ...at, table: 'sealed_text' },
    ]) {
      expect(() => vault.open(value, moved)).toThrow();
    }
    const flipped = Uint8Array.from(value.ciphertext, (byte, index) => (index === 0 ? byte ^ 1 : byte));
    expect(() => vault.open({ ...value, ciphertext: flipped }, at)).toThrow();
    expect(() => vault.open({ ...value, ciphertext: value.ciphertext.slice(0, 3) }, at)).toThrow();
    expect(() => createVault([old]).open(value, at)).toThrow('not at hand');
    expect(() => createVault([{ ...old, id: 'new' }]).open(value, at)).toThrow();
  });
  test('never seals twice alike', () => {
    const vault = createVault([key]);
    expect(Buffer.from(vault.seal('x', at).ciphertext)).not.toEqual(
      Buffer.from(vault.seal('x', at).ciphertext),
    );
  });
});
