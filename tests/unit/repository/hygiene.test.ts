import { describe, expect, it } from 'vitest'
import { files, read } from './tree.ts'

// Written in two parts, so that this file does not hold what it looks for.
const forbidden: readonly { what: string; pattern: RegExp; in?: RegExp }[] = [
  {
    what: 'a path of one machine',
    pattern: new RegExp(`(^|[\\s'"\`(=:])/(${'wo'}rk|ro${'ot'}|Us${'ers'}|ho${'me'})/`, 'm'),
  },
  { what: 'a note to self', pattern: new RegExp(`\\b(${'TO'}DO|${'FIX'}ME|X${'XX'})\\b`) },
  {
    what: 'an error silenced for the type checker',
    pattern: new RegExp(`@ts-${'ignore'}|@ts-${'nocheck'}`),
    in: /\.(ts|tsx|mjs)$/,
  },
  {
    what: 'a test that is switched off or alone',
    pattern: new RegExp(`\\b(it|test|describe)\\.${'only'}\\b`),
    in: /\.test\.tsx?$/,
  },
]

const binary = /\.(png|jpe?g|webp|avif|gif|heic|tiff?|woff2?|ico|db)$/
const foreign: readonly string[] = ['package-lock.json', 'src/generated/payload-types.ts', 'src/generated/importMap.ts']
const texts = files().filter((path) => !binary.test(path) && !foreign.includes(path) && !path.startsWith('.env.local'))

describe('hygiene', () => {
  it.each(forbidden)('no file holds $what', ({ pattern, in: where = /./ }) => {
    expect(texts.filter((path) => where.test(path) && pattern.test(read(path)))).toEqual([])
  })

  it('no barrel: an index file that only passes on', () => {
    const passesOn = (path: string) => /index\.tsx?$/.test(path) && /^(export .* from .*\n?)+$/.test(read(path).trim())
    expect(texts.filter(passesOn)).toEqual([])
  })
})
