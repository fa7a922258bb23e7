import { describe, expect, it } from 'vitest'
import { namesSaidIn } from '#names/withheld/namesSaidIn.ts'
import { personSigns } from '#names/withheld/personSigns.ts'

const person = personSigns({ given: ['Еміль'], additional: ['Рустемович'], family: ['Зіядінов'] })

/** Texts that somebody writes to keep the studio busy, by what they repeat. */
const hostile: { readonly [name: string]: (length: number) => string } = {
  'marks on one letter': (length) => `а${'\u0301'.repeat(length)}`,
  'marks on letters of one word': (length) => repeated('а\u0301\u0302\u0303\u0304\u0305\u0306\u0307', length),
  punycode: (length) => repeated('xn--', length),
  'labels of punycode': (length) => `https://${repeated('xn--80ak6aa92e.', length)}`,
  'a given name': (length) => repeated('Еміль ', length),
  'given name and patronymic': (length) => repeated('Еміль Рустемович ', length),
  humps: (length) => repeated('Аа', length),
  capitals: (length) => repeated('А', length),
  'one long word': (length) => repeated('а', length),
  'the family name in one word': (length) => repeated('Зіядін', length),
  'its first letters': (length) => repeated('зія ', length),
  'letters on their own': (length) => repeated('З ', length),
  '@': (length) => repeated('@', length),
  '#': (length) => repeated('#а', length),
  'percent signs': (length) => repeated('%25', length),
  'percent-encoded letters': (length) => `x.org/${repeated('%D0%97', length)}`,
  digits: (length) => `${repeated('1', length)}a`,
  vowels: (length) => `${repeated('inia', length)}x`,
  hyphens: (length) => repeated('аб-\n', length),
  'white space': (length) => `аб-${repeated(' ', length)}!`,
  apostrophes: (length) => repeated("а'", length),
  overrides: (length) => repeated('\u202Eа', length),
  entities: (length) => repeated('&#1047', length),
  'letters of two alphabets': (length) => repeated('аa', length),
}
const repeated = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)

/** Time of the processor: others may use the machine meanwhile. */
function taken(text: string): number {
  const began = process.cpuUsage()
  namesSaidIn(text, person, { aboutPerson: true })
  const { user, system } = process.cpuUsage(began)
  return user + system
}

describe('a text ten times as long takes ten times as long to read, whatever stands in it', () => {
  it.each(Object.entries(hostile))('%s', (_, text) => {
    const [short, long] = [text(20_000), text(200_000)]
    const usual = Math.max(...[1, 2, 3].map(() => taken(short)), 2000)
    // What is quadratic takes a hundred times as long.
    expect(taken(long)).toBeLessThan(40 * usual)
  })
})
