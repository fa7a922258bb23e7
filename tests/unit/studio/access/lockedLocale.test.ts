import { describe, expect, it } from 'vitest'
import { noteLocale, refuseOtherLocale } from '#access/requests/lockedLocale.ts'

type Note = Parameters<typeof noteLocale>[0]
type Change = Parameters<typeof refuseOtherLocale>[0]

/** What the two hooks read of a save. */
function save(locale: string, operation: string, overrideAccess = false) {
  const req = { locale, context: {}, payload: { config: { localization: { defaultLocale: 'en' } } } }
  const collection = { slug: 'people' }
  noteLocale({ req, collection, operation, overrideAccess, args: {} } as unknown as Note)
  return {
    req,
    write: () => refuseOtherLocale({ req, collection, data: {} } as unknown as Change),
    read: () => noteLocale({ req, collection, operation: 'read', overrideAccess: true, args: {} } as unknown as Note),
  }
}

describe('the locale that rights were asked for is the one that is written', () => {
  it.each(['create', 'update'])('in each %s', (operation) => {
    const { req, write, read } = save('uk', operation)
    read()
    expect(write()).toEqual({})
    req.locale = 'ru'
    expect(write).toThrow('another locale')
  })

  it('what the studio writes itself, and a restored version, ask for no locale', () => {
    for (const one of [save('uk', 'update', true), save('uk', 'restoreVersion')]) {
      one.req.locale = 'ru'
      expect(one.write()).toEqual({})
    }
  })
})
