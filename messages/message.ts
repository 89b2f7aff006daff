import en from './en.json';
import vi from './vi.json';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];
export type MessageKey = keyof typeof vi;

/** A sentence that is missing in one language does not compile. */
const sentences = { vi, en } satisfies Record<Language, Record<MessageKey, string>>;

/** A sentence in the reader's language, its `{names}` filled in. A name without a value stays as it is. */
export function message(
  language: Language,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return sentences[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}

/** Is there a sentence under this key? For keys that are put together from codes. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(vi, key);
