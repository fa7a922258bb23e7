import { describe, expect, it } from 'vitest'
import { say } from '#desk/say.ts'
import { type Sentence, studioLanguages, type Text, words } from '#desk/words.ts'

const sentences = Object.entries(words) as [string, Sentence][]

/** Turkish nouns stay as they are after a number. */
const forms = { en: ['one', 'other'], uk: ['one', 'few', 'other'], ru: ['one', 'few', 'other'], tr: ['other'] }

describe('every sentence of the studio', () => {
  it('has the same places to fill in in each language', () => {
    for (const [name, sentence] of sentences) {
      const places = studioLanguages.map((language) => placesOf(sentence[language]))
      expect(new Set(places), name).toHaveLength(1)
    }
  })

  it('has the forms that its language tells apart after a number', () => {
    for (const [name, sentence] of sentences) {
      for (const language of studioLanguages) {
        const text = sentence[language]
        if (typeof text !== 'string') expect(Object.keys(text), `${name} ${language}`).toEqual(forms[language])
      }
    }
  })

  it('is said in the language of the interface, with the form its number asks for', () => {
    expect(say('uk', 'publishParts', { count: 1 })).toBe('Опублікувати 1 частину')
    expect(say('uk', 'publishParts', { count: 3 })).toBe('Опублікувати 3 частини')
    expect(say('uk', 'publishParts', { count: 5 })).toBe('Опублікувати 5 частин')
    expect(say('tr', 'publishTitle', { title: 'Server' })).toBe('Yayımla: Server')
  })

  it('reads English in a language nobody has written yet', () => {
    expect(say('fr', 'save')).toBe('Save')
  })
})

/** What stands in braces, once each; `{count}` may be left out where one is said in words. */
function placesOf(text: Text): string {
  const texts = typeof text === 'string' ? [text] : [text.other]
  return texts
    .flatMap((one) => [...one.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))
    .sort()
    .join(' ')
}
