/** Apart from the questions, which the first page of all need not load. */

export const consentAskedId = 'consentAsked';

/** One for each purpose that there is. */
export const mostConsents = 9;

/** Did the person agree to more than the consent of this place? */
export const moreConsentsId = (index: number): string => `consentMore:${String(index)}`;

/** Silence is no consent, nor a second one. */
export const consentAtFirst: Readonly<Record<string, string>> = {
  [consentAskedId]: 'not-given',
  ...Object.fromEntries(
    Array.from({ length: mostConsents - 1 }, (_, index) => [moreConsentsId(index), 'false']),
  ),
};
