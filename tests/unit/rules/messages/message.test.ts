import { describe, expect, it } from 'vitest'
import { languageAccepted } from '#messages/languageAccepted.ts'
import { inAllLanguages, isMessageKey, languages, type MessageKey, message } from '#messages/message.ts'
import { refused } from '#messages/refused.ts'

describe('message', () => {
  it.each([
    ['uk', 1, 'Опублікувати 1 частину'],
    ['uk', 3, 'Опублікувати 3 частини'],
    ['uk', 5, 'Опублікувати 5 частин'],
    ['uk', 1.5, 'Опублікувати 1,5 частини'],
    ['ru', 21, 'Опубликовать 21 часть'],
    ['ru', 12, 'Опубликовать 12 частей'],
    ['tr', 2, '2 bölümü yayımla'],
    ['en', 1, 'Publish 1 part'],
    ['en', 1200, 'Publish 1,200 parts'],
  ])('%s takes the form that %d asks for', (language, count, text) => {
    expect(message(language, 'publish.publishParts', { count })).toBe(text)
  })

  it('fills in values by their names, and only those it was given', () => {
    expect(message('tr', 'publish.title', { title: 'Server' })).toBe('Yayımla: Server')
    expect(message('en', 'publish.title')).toBe('Publish {title}')
    expect(message('en', 'publish.title', { title: '{title} $&' })).toBe('Publish {title} $&')
    expect(message('en', 'publish.publishParts', {})).toBe('Publish {count} parts')
  })

  it.each(['fr', '', 'constructor', 'uk-UA'])('reads English in %j, which the catalogue has not', (language) => {
    expect(message(language, 'studio.save')).toBe('Save')
  })

  it('fills in no value that it was not given itself', () => {
    expect(message('en', 'publish.title', Object.create({ title: 'inherited' }))).toBe('Publish {title}')
  })

  it('a key without a message is a fault that names the file, never an empty text', () => {
    // As a key that was put together can be.
    expect(() => message('uk', 'campaigns.unheard' as MessageKey)).toThrow('campaigns.unheard in src/messages/uk.json')
    expect(['studio.save', 'studio.unheard', 'constructor', 'toString'].filter(isMessageKey)).toEqual(['studio.save'])
  })

  it('is in all languages for a configuration', () => {
    expect(inAllLanguages('publish.facts')).toEqual({ en: 'Facts', uk: 'Факти', ru: 'Факты', tr: 'Olgular' })
    expect(Object.keys(inAllLanguages('publish.facts'))).toEqual(languages)
  })
})

describe('the language of whoever asks', () => {
  it.each([
    ['tr,en;q=0.8', 'tr'],
    ['de-DE, uk-UA;q=0.7', 'uk'],
    ['en;q=0.1, uk;q=0.9', 'uk'],
    ['uk;q=0, en', 'en'],
    ['uk;q=0', 'en'],
    ['UK', 'uk'],
    ['RU-ru', 'ru'],
    ['trv', 'en'],
    ['uka, ru;q=0.5', 'ru'],
    ['de', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('%s is answered in %s', (header, language) => {
    expect(languageAccepted(header)).toBe(language)
  })

  it('is the language of a refusal', () => {
    const error = refused({ i18n: { language: 'ru' } }, 404, 'webhooks.refused.unknown')
    expect(error).toMatchObject({ message: 'Такого вебхука уже нет.', status: 404, isPublic: true })
    expect(refused(undefined, 404, 'webhooks.refused.unknown').message).toBe('There is no such webhook any more.')
  })
})
