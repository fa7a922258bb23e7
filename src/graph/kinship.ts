import type { Locale } from '#locales/table.ts'
import type { WordOf } from '#record/vocabularies.ts'

type Relation = WordOf<'relationType'>

/** What the speaker is to the other person. `neutral` where the gender is not public. */
export type Kin = { feminine: string; masculine: string; neutral: string }

type KinshipRow = {
  /** Puts speaker, kin and the other's name together without inflecting a name wrongly. */
  line: (speaker: string, kin: string, other: string) => string
  kin: { readonly [relation in Relation]?: Kin }
}

const same = (word: string): Kin => ({ feminine: word, masculine: word, neutral: word })

const genderless = (relation: Record<'spouse' | 'child' | 'lawyer' | 'colleague', string>) => ({
  spouse: same(relation.spouse),
  child: same(relation.child),
  lawyer: same(relation.lawyer),
  colleague: same(relation.colleague),
})

/**
 * Attribution lines by locale. Ukrainian and Russian would put the second name in the genitive; a
 * machine cannot do that to every name, so it stands in the nominative after "по имени". The Crimean Tatar
 * rows are to be confirmed by a native speaker.
 */
export const kinship: { readonly [locale in Locale]?: KinshipRow } = {
  en: {
    line: (speaker, kin, other) => `${speaker}, ${kin} of ${other}`,
    kin: {
      spouse: { feminine: 'wife', masculine: 'husband', neutral: 'spouse' },
      parent: { feminine: 'mother', masculine: 'father', neutral: 'parent' },
      child: { feminine: 'daughter', masculine: 'son', neutral: 'child' },
      sibling: { feminine: 'sister', masculine: 'brother', neutral: 'sibling' },
      lawyer: same('lawyer'),
      colleague: same('colleague'),
    },
  },
  uk: {
    line: (speaker, kin, other) => `${speaker}, ${kin} людини на ім’я ${other}`,
    kin: {
      spouse: { feminine: 'дружина', masculine: 'чоловік', neutral: 'подружжя' },
      parent: { feminine: 'мати', masculine: 'батько', neutral: 'хтось із батьків' },
      child: { feminine: 'донька', masculine: 'син', neutral: 'дитина' },
      sibling: { feminine: 'сестра', masculine: 'брат', neutral: 'брат або сестра' },
      lawyer: { feminine: 'адвокатка', masculine: 'адвокат', neutral: 'адвокат' },
      colleague: same('колега'),
    },
  },
  ru: {
    line: (speaker, kin, other) => `${speaker}, ${kin} человека по имени ${other}`,
    kin: {
      spouse: { feminine: 'жена', masculine: 'муж', neutral: 'супруг или супруга' },
      parent: { feminine: 'мать', masculine: 'отец', neutral: 'кто-то из родителей' },
      child: { feminine: 'дочь', masculine: 'сын', neutral: 'ребёнок' },
      sibling: { feminine: 'сестра', masculine: 'брат', neutral: 'брат или сестра' },
      lawyer: same('адвокат'),
      colleague: same('коллега'),
    },
  },
  tr: {
    line: (speaker, kin, other) => `${speaker}, ${other}${turkishGenitive(other)} ${kin}`,
    kin: {
      ...genderless({ spouse: 'eşi', child: 'çocuğu', lawyer: 'avukatı', colleague: 'meslektaşı' }),
      child: { feminine: 'kızı', masculine: 'oğlu', neutral: 'çocuğu' },
      parent: { feminine: 'annesi', masculine: 'babası', neutral: 'ebeveyni' },
      sibling: { feminine: 'kız kardeşi', masculine: 'erkek kardeşi', neutral: 'kardeşi' },
    },
  },
  'crh-Latn': {
    line: (speaker, kin, other) => `${speaker}, ${other}${isFrontVowelled(other) ? 'niñ' : 'nıñ'} ${kin}`,
    kin: {
      ...genderless({ spouse: 'ömür arqadaşı', child: 'balası', lawyer: 'advokatı', colleague: 'meslekdeşi' }),
      spouse: { feminine: 'qadını', masculine: 'aqayı', neutral: 'ömür arqadaşı' },
      child: { feminine: 'qızı', masculine: 'oğlu', neutral: 'balası' },
      parent: { feminine: 'anası', masculine: 'babası', neutral: 'ana ya da babası' },
      sibling: { feminine: 'qız qardaşı', masculine: 'qardaşı', neutral: 'qardaşı' },
    },
  },
  'crh-Cyrl': {
    line: (speaker, kin, other) => `${speaker}, ${other}${isFrontVowelled(other) ? 'нинъ' : 'нынъ'} ${kin}`,
    kin: {
      ...genderless({ spouse: 'омюр аркъадашы', child: 'баласы', lawyer: 'адвокаты', colleague: 'меслекдеши' }),
      spouse: { feminine: 'къадыны', masculine: 'акъайы', neutral: 'омюр аркъадашы' },
      child: { feminine: 'къызы', masculine: 'огълу', neutral: 'баласы' },
      parent: { feminine: 'анасы', masculine: 'бабасы', neutral: 'ана я да бабасы' },
      sibling: { feminine: 'къыз къардашы', masculine: 'къардашы', neutral: 'къардашы' },
    },
  },
  ar: {
    line: (speaker, kin, other) => `${speaker}، ${kin} ${other}`,
    kin: {
      spouse: { feminine: 'زوجة', masculine: 'زوج', neutral: 'زوج' },
      parent: { feminine: 'والدة', masculine: 'والد', neutral: 'أحد والدي' },
      child: { feminine: 'ابنة', masculine: 'ابن', neutral: 'ابن' },
      sibling: { feminine: 'أخت', masculine: 'أخ', neutral: 'أخ' },
      lawyer: { feminine: 'محامية', masculine: 'محامي', neutral: 'محامي' },
      colleague: { feminine: 'زميلة', masculine: 'زميل', neutral: 'زميل' },
    },
  },
}

/** What a relation is when it is read from its other end. A lawyer's client has no word in the list. */
export const inverse: { readonly [relation in Relation]?: Relation } = {
  spouse: 'spouse',
  parent: 'child',
  child: 'parent',
  sibling: 'sibling',
  colleague: 'colleague',
}

/** ’in, ’ın, ’un, ’ün by the last vowel; after a vowel with n before it. */
function turkishGenitive(name: string): string {
  const vowel = lastVowel(name)
  const suffix = harmony[vowel] ?? 'in'
  return name.toLocaleLowerCase('tr').endsWith(vowel) ? `’n${suffix}` : `’${suffix}`
}

const harmony: { readonly [vowel: string]: string } = {
  e: 'in',
  i: 'in',
  a: 'ın',
  ı: 'ın',
  o: 'un',
  u: 'un',
  ö: 'ün',
  ü: 'ün',
}

function isFrontVowelled(name: string): boolean {
  return /[eiöüеєиэюё]/u.test(lastVowel(name))
}

function lastVowel(name: string): string {
  return name.toLocaleLowerCase('tr').match(/[aâeıioöuüаеєёиіїоуыэюя](?=[^aâeıioöuüаеєёиіїоуыэюя]*$)/u)?.[0] ?? 'i'
}
