import { describe, expect, it } from 'vitest'
import { choicesOf, labelOf } from '#locales/labels.ts'
import { localeCodes } from '#locales/table.ts'
import { type VocabularyName, vocabularies, type WordOf } from '#record/vocabularies.ts'

const forms = [undefined, 'female', 'male', 'organization']
// Object.entries forgets which words are of which vocabulary.
const words = Object.entries(vocabularies).flatMap(([name, all]) =>
  all.map((word) => [name as VocabularyName, word as WordOf<VocabularyName>] as const),
)

/** Words that another language spells as English does. */
const alike: readonly string[] = ['sourceKind.video']

describe('controlled words', () => {
  it.each(localeCodes)(
    'in %s none is empty, and none is the English one but for those that are spelled alike',
    (code) => {
      const labels = words.flatMap(([name, word]) =>
        forms.map((form) => [`${name}.${word}`, labelOf(name, word, code, form), labelOf(name, word, 'en', form)]),
      )
      expect(labels.filter(([, label]) => label?.trim() === '')).toEqual([])
      const english = labels.filter(([, label, own]) => code !== 'en' && label === own).map(([path]) => path)
      expect(english.filter((path) => !alike.includes(path ?? ''))).toEqual([])
    },
  )

  it('by gender where the language needs it', () => {
    expect(labelOf('relationType', 'parent', 'en', 'female')).toBe('Mother')
    expect(labelOf('relationType', 'parent', 'en', 'male')).toBe('Father')
    expect(labelOf('relationType', 'parent', 'en')).toBe('Parent')
    expect(labelOf('personKind', 'activist', 'uk', 'female')).toBe('Активістка')
    expect(labelOf('personKind', 'activist', 'uk')).toBe('Активіст / Активістка')
    expect(labelOf('recognitionKind', 'prisonerOfConscience', 'uk', 'female')).toBe('В’язенька сумління')
  })

  it('an organization in a role is called neither man nor woman', () => {
    expect(labelOf('participantRole', 'perpetrator', 'uk', 'organization')).toBe('Ймовірно відповідальна сторона')
    expect(labelOf('participantRole', 'perpetrator', 'uk', 'female')).toBe('Ймовірна порушниця')
    expect(labelOf('participantRole', 'judge', 'en', 'organization')).toBe('Court')
    const roles = vocabularies.participantRole.flatMap((role) =>
      localeCodes.map((code) => `${code} ${labelOf('participantRole', role, code, 'organization')}`),
    )
    expect(roles.filter((label) => label.includes(' / '))).toEqual([])
  })

  it('a code that is no locale has no words: the word stands as it is kept', () => {
    expect(labelOf('personKind', 'activist', 'de')).toBe('activist')
  })

  it('choices come in the order of the vocabulary, in the languages of the admin, both genders', () => {
    const choices = choicesOf('personKind')
    expect(choices.map(({ value }) => value)).toEqual(vocabularies.personKind)
    expect(choices.find(({ value }) => value === 'activist')?.label).toEqual({
      en: 'Activist',
      uk: 'Активіст / Активістка',
      ru: 'Активист / Активистка',
      tr: 'Aktivist',
    })
  })
})
