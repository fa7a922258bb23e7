import { describe, expect, it } from 'vitest'
import { admittedCall } from '#access/serverFunctions.ts'

const collections = ['people', 'media']
const call = (name: unknown, args: unknown = {}, user: object | null = { id: 'x' }) =>
  // What comes over the wire has any shape.
  admittedCall({ name, args } as { name: string; args: Record<string, unknown> }, { collections, user })

describe('a server function of the admin', () => {
  it.each(['form-state', 'table-state', 'render-document', 'render-list'])('%s is called as it came', (name) => {
    const args = { collectionSlug: 'people', data: { x: 1 } }
    expect(call(name, args)).toEqual({ name, args })
  })

  it.each(['form-state', 'table-state', 'render-document', 'render-document-slots', 'render-list', 'render-field'])(
    '%s answers nobody who is not signed in',
    (name) => {
      expect(() => call(name, { collectionSlug: 'people' }, null)).toThrow('signed-in staff only')
    },
  )

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'schedule-publish',
    'nothing',
    '',
    7,
    null,
    ['form-state'],
    { toString: 'form-state' },
  ])('there is none of the name %j', (name) => {
    expect(() => call(name)).toThrow('There is no such function.')
  })

  it.each([
    ['a collection that is none', { collectionSlug: 'constructor' }],
    ['one of several that is none', { collectionSlug: ['people', '__proto__'] }],
    ['a collection that is no text', { collectionSlug: { x: 1 } }],
    ['no arguments', null],
    ['a list of arguments', []],
  ])('takes no %s', (_, args) => {
    expect(() => call('form-state', args)).toThrow('arguments')
  })

  it('copies words between languages that there are', () => {
    const copy = (fromLocale: unknown, toLocale: unknown) =>
      call('copy-data-from-locale', { collectionSlug: 'people', fromLocale, toLocale })
    expect(copy('en', 'uk').name).toBe('copy-data-from-locale')
    for (const locale of ['xx', 'uk\n\u001b[31mforged', '__proto__', 7, undefined])
      expect(() => copy('en', locale), String(locale)).toThrow('arguments')
  })
})
