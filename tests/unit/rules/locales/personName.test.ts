import { describe, expect, it } from 'vitest'
import { displayName, initials, sortName } from '#locales/personName.ts'

const latin = { given: 'Server', additional: '', family: 'Mustafaiev' }
const cyrillic = { given: 'Іван', additional: 'Петрович', family: 'Коваленко' }

describe('a name is put together as its locale does', () => {
  it('display name', () => {
    expect(displayName(latin, 'en')).toBe('Server Mustafaiev')
    expect(displayName(cyrillic, 'uk')).toBe('Іван Коваленко')
    expect(displayName({ given: 'Іван', additional: 'Петрович', family: null }, 'uk')).toBe('Іван Петрович')
    expect(displayName({ family: ' Mustafaiev ' }, 'en')).toBe('Mustafaiev')
  })

  it('sort name', () => {
    expect(sortName(latin, 'en')).toBe('Mustafaiev, Server')
    expect(sortName(cyrillic, 'uk')).toBe('Коваленко Іван Петрович')
    expect(sortName({ given: 'Server' }, 'en')).toBe('Server')
    expect(sortName({ family: 'Mustafaiev' }, 'en')).toBe('Mustafaiev')
    expect(sortName({ given: 'سيرفر', family: 'مصطفاييف' }, 'ar')).toBe('مصطفاييف، سيرفر')
  })

  it('initials keep the dots of the dotted i, and hyphens', () => {
    expect(initials(latin, 'en')).toBe('S. M.')
    expect(initials({ given: 'ismail', family: 'ıspartalı' }, 'tr')).toBe('İ. I.')
    expect(initials({ given: 'Эмир-Усеин', family: 'Куку' }, 'ru')).toBe('Э.-У. К.')
  })

  it('no name is an empty text', () => {
    for (const make of [displayName, sortName, initials]) {
      expect(make({}, 'en')).toBe('')
      expect(make(null, 'uk')).toBe('')
    }
  })
})
