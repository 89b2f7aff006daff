import type { FactValue } from '../../../domain/procedure/procedure.js';
import type { DemoUsername } from '../demo-accounts.js';
import { agrees, agreedOnce, agreesToShelter, withdraws } from './consents.js';
import type { Story } from './story.js';

const woman = { sex: 'female', isMinor: false, nationalityClaimed: 'vietnamese' } as const;
const man = { sex: 'male', isMinor: false, nationalityClaimed: 'vietnamese' } as const;
const girl = { sex: 'female', isMinor: true, nationalityClaimed: 'vietnamese' } as const;
const boy = { sex: 'male', isMinor: true, nationalityClaimed: 'vietnamese' } as const;

const wantsAll = {
  wantsShelter: true,
  wantsMedical: true,
  wantsPsychological: true,
  wantsLegalAid: true,
  wantsGoHome: true,
};
const wantsHome = { wantsGoHome: true, wantsMedical: true };
const wantsWork = { wantsGoHome: true, wantsVocational: true, wantsAllowance: true };

const abroad = { exploitation: 'criminality', destination: 'cambodia' } as const;
const marriage = { exploitation: 'marriage', destination: 'china' } as const;
const labour = { exploitation: 'labour', destination: 'domestic' } as const;
const sexual = { exploitation: 'sexual', destination: 'domestic' } as const;

const hoanKiem = 'c:00070';
/** Communes of Hà Nội: Cửa Nam, Ba Đình, Ngọc Hà, Giảng Võ, Hai Bà Trưng, Vĩnh Tuy, Sóc Sơn. */
const inHaNoi = ['c:00073', 'c:00004', 'c:00008', 'c:00025', 'c:00256', 'c:00283', 'c:00376'] as const;
const [cuaNam, baDinh, ngocHa, giangVo, haiBaTrung, vinhTuy, socSon] = inHaNoi;
/** Trà Lĩnh (Cao Bằng), Đồng Đăng (Lạng Sơn), and a commune of Lào Cai. */
const [traLinh, dongDang] = ['c:01447', 'c:06184'] as const;

interface Where {
  readonly place?: string;
  readonly residence?: string;
}

type Person = Readonly<Record<string, FactValue>>;
type Course = Omit<Story, 'received' | 'place' | 'residence' | 'registeredBy' | 'facts'> & {
  readonly registeredBy?: DemoUsername;
};

const story = (
  received: Story['received'],
  facts: Person,
  { place = hoanKiem, residence = place, ...course }: Where & Course = {},
): Story => ({
  received,
  facts,
  place,
  residence,
  registeredBy: 'coordinator',
  ...course,
});

/** Received in the last days. */
const receipt: readonly Story[] = [
  story(0.1, { ...woman, ...labour }, { registeredBy: 'commune' }),
  story(
    0.2,
    { ...girl, ...sexual, seriousHarm: true },
    { registeredBy: 'commune', urgent: true, ...agreesToShelter },
  ),
  story(0.3, { ...man, ...abroad }, { registeredBy: 'hotline', place: baDinh }),
  story(
    0.4,
    { ...woman, ...marriage, receivedBy: 'border-guard' },
    { registeredBy: 'border', place: dongDang, urgent: true },
  ),
  story(0.9, { ...man, ...labour, needsInterpreter: true, ethnicity: 'minority' }, { place: cuaNam }),
  story(
    1.5,
    { ...woman, ...sexual },
    { paces: { 'notify-authority': 'never' }, place: ngocHa, extras: ['nudge'] },
  ),
  story(
    2,
    { ...boy, ...labour },
    { paces: { 'register-report': 'never' }, place: giangVo, extras: ['nudge'] },
  ),
  story(3, { ...woman, ...abroad, ...wantsHome }, { place: haiBaTrung, residence: traLinh }),
  story(
    4,
    { ...man, ...abroad, ageUncertain: true },
    { paces: { 'initial-verification': 'never' }, place: vinhTuy },
  ),
  story(
    6,
    { ...woman, ...marriage, receivedBy: 'border-guard' },
    { registeredBy: 'border', place: dongDang, paces: { 'bring-from-border': 'never' }, extras: ['nudge'] },
  ),
];

/** Waiting for the police's answer, some of them too long. */
const verification: readonly Story[] = [
  story(8, { ...woman, ...marriage, ...wantsAll }, { paces: { 'legal-aid': 'never' }, place: socSon }),
  story(10, { ...man, ...abroad, ...wantsHome }, { place: baDinh }),
  story(12, { ...girl, ...sexual, ...wantsAll }, { paces: { 'legal-aid': 'never' } }),
  story(15, { ...woman, ...labour, ...wantsWork, reportsCrime: true }, { place: cuaNam, ...agrees }),
  story(
    18,
    { ...man, ...abroad, ...wantsHome },
    { paces: { 'needs-assessment': 'never' }, place: ngocHa, ...withdraws },
  ),
  story(
    27,
    { ...woman, ...sexual, ...wantsAll },
    { paces: { 'police-verification': 'never' }, ...agreedOnce, extras: ['nudge', 'acknowledge'] },
  ),
  story(
    34,
    { ...man, ...abroad, ...wantsHome },
    { paces: { 'police-verification': 'never' }, place: giangVo },
  ),
  story(45, { ...boy, ...labour, ...wantsAll }, { paces: { 'police-verification': 1.3 }, place: haiBaTrung }),
  story(
    9,
    { ...woman, ...abroad },
    { answers: { 'initial-verification': 'person-refuses' }, place: vinhTuy },
  ),
];

/** In a facility, with help under way. */
const shelter: readonly Story[] = [
  story(30, { ...woman, ...marriage, ...wantsAll, ethnicity: 'minority' }, { residence: traLinh }),
  story(
    38,
    { ...girl, ...sexual, ...wantsAll, seriousHarm: true },
    {
      answers: { 'assess-protection': 'police-measures' },
      paces: { 'shelter-file': 'never', 'police-verification': 1.95 },
      extras: ['nudge'],
    },
  ),
  story(
    50,
    { ...woman, ...labour, ...wantsAll },
    { answers: { 'shelter-admission': ['declined', 'admitted'] }, place: baDinh },
  ),
  story(
    60,
    { ...woman, ...abroad, ...wantsAll, wantsVocational: true },
    { paces: { 'shelter-stay': 'never' }, place: socSon },
  ),
  story(85, { ...boy, ...labour, ...wantsAll }, { extras: ['note'] }),
  story(
    110,
    { ...woman, ...sexual, ...wantsAll },
    {
      answers: { 'plan-return': 'passes-to-care' },
      paces: { 'shelter-stay': 'never' },
      place: cuaNam,
    },
  ),
];

/** Support decisions and the way home. */
const support: readonly Story[] = [
  story(40, { ...woman, ...labour, ...wantsWork }, { place: ngocHa }),
  story(48, { ...man, ...abroad, ...wantsWork }, { place: giangVo, residence: dongDang }),
  story(
    55,
    { ...woman, ...marriage, ...wantsWork },
    { paces: { 'decide-support': 'never' }, place: haiBaTrung, extras: ['nudge'] },
  ),
  story(
    52,
    { ...man, ...abroad, ...wantsHome },
    { paces: { 'confirm-arrival': 'never' }, residence: traLinh, extras: ['nudge', 'acknowledge'] },
  ),
  story(42, { ...woman, ...abroad, ...wantsHome }, { paces: { 'plan-return': 'never' }, place: vinhTuy }),
  story(
    65,
    { ...girl, ...labour, ...wantsHome },
    { paces: { 'family-safety-check': 'never' }, residence: traLinh },
  ),
];

/** Home again, being followed up or at the end of the way. */
const home: readonly Story[] = [
  story(80, { ...man, ...abroad, ...wantsHome }, { place: baDinh }),
  story(
    100,
    { ...woman, ...marriage, ...wantsHome },
    { paces: { 'follow-up': 'never' }, residence: traLinh, extras: ['nudge'] },
  ),
  story(130, { ...woman, ...labour, ...wantsWork }, { place: socSon }),
  story(150, { ...man, ...abroad, ...wantsHome }, { residence: dongDang }),
  story(220, { ...woman, ...sexual, ...wantsWork }, { place: cuaNam }),
  story(300, { ...man, ...abroad, ...wantsHome }, { place: giangVo }),
  story(350, { ...girl, ...marriage, ...wantsHome }, { residence: traLinh }),
];

/** Other ends: not enough grounds, withdrawn, contact lost; and a case of the former law that goes on under it. */
const otherEnds: readonly Story[] = [
  story(
    70,
    { ...man, ...labour },
    { answers: { 'police-verification': 'insufficient-grounds' }, place: haiBaTrung },
  ),
  story(
    95,
    { ...woman, ...abroad },
    { answers: { 'police-verification': 'insufficient-grounds' }, place: vinhTuy },
  ),
  story(25, { ...man, ...abroad }, { answers: { 'register-report': 'not-proceeding' } }),
  story(
    90,
    { ...woman, ...sexual, ...wantsAll },
    {
      answers: { 'shelter-stay': 'left-without-notice', 'trace-person': 'not-found' },
      paces: { 'shelter-stay': 0.1, 'trace-person': 0.95 },
    },
  ),
  story(
    '2025-06-09T02:00:00Z',
    { ...woman, ...marriage, ...wantsWork },
    {
      place: 'oc:00037',
      residence: hoanKiem,
      formerResidence: 'oc:00037',
      registeredBy: 'coordinator.2014',
      paces: { 'follow-up': 'never' },
    },
  ),
];

/** Home, while something that runs beside the way keeps the case from being closed: support, protection. */
const besideTheWay: readonly Story[] = [
  story(140, { ...woman, ...labour, ...wantsWork }, { paces: { 'deliver-support': 'never' }, place: baDinh }),
  story(
    125,
    { ...woman, ...sexual, ...wantsHome },
    {
      answers: { 'assess-protection': 'own-measures', 'review-protection': 'continued' },
      place: giangVo,
    },
  ),
];

export const stories: readonly Story[] = [
  ...receipt,
  ...verification,
  ...shelter,
  ...support,
  ...home,
  ...otherEnds,
  ...besideTheWay,
];
