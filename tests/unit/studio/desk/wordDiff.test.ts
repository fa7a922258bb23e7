import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainText } from '#desk/text/plainText.ts'
import { wordDiff } from '#desk/text/wordDiff.ts'

const without = (kind: string) => (before: string, after: string) =>
  wordDiff(before, after)
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join('')

it('a difference shows what was removed and what was added, word by word', () => {
  expect(wordDiff('He was detained at home', 'He was detained at dawn, at home')).toEqual([
    { kind: 'same', text: 'He was detained at ' },
    { kind: 'added', text: 'dawn, at ' },
    { kind: 'same', text: 'home' },
  ])
})

it('texts with next to nothing in common read as one instead of the other', () => {
  expect(wordDiff('Detained on 21 May that year in Crimea', 'Some words that say nothing else at all')).toEqual([
    { kind: 'removed', text: 'Detained on 21 May that year in Crimea' },
    { kind: 'added', text: 'Some words that say nothing else at all' },
  ])
})

it('a difference holds both texts, whole', () => {
  const words = fc.array(fc.constantFrom('він', 'був', 'удома', 'arrested', ' ', '\n'), { maxLength: 30 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      expect(without('added')(before.join(' '), after.join(' '))).toBe(before.join(' '))
      expect(without('removed')(before.join(' '), after.join(' '))).toBe(after.join(' '))
    }),
  )
})

it('two long texts without a word in common answer at once', () => {
  const before = Array.from({ length: 5000 }, (_, index) => `a${index}`).join(' ')
  const after = Array.from({ length: 5000 }, (_, index) => `b${index}`).join(' ')
  expect(wordDiff(before, after).map((part) => part.kind)).toEqual(['removed', 'added'])
})

it('rich text reads as its words, one block a paragraph', () => {
  const text = (words: string) => ({ type: 'text', text: words })
  const root = {
    type: 'root',
    children: [
      { type: 'paragraph', children: [text('He was '), { type: 'link', children: [text('detained')] }, text('.')] },
      {
        type: 'list',
        children: [
          { type: 'listitem', children: [text('one')] },
          { type: 'listitem', children: [text('two')] },
        ],
      },
    ],
  }
  expect(plainText({ root })).toBe('He was detained.\n\none\ntwo')
  expect(plainText({ version: 1, json: {}, html: '<p>x</p>', plainText: 'x' })).toBe('x')
  expect(plainText(null)).toBe('')
})
