import { isLocale, localeRow } from '#locales/table.ts'
import { transliterateCrh } from '#names/transliterateCrh.ts'
import type { LocaleCode, RichText, Words } from '#record/record.ts'

/**
 * Words carried over into the script of `locale`. Published words never change in place, so each is
 * carried over once.
 */
export function inScriptOf<Value>(locale: LocaleCode, words: Words<Value>): Value {
  const known = carried.get(words)
  // A field's words are stored in one script and derived in the other: one value each.
  if (known !== undefined) return known as Value
  const script = isLocale(locale) ? localeRow(locale).script : undefined
  const value = script ? carriedOver(words.value, script) : words.value
  carried.set(words, value)
  return value as Value
}

const carried = new WeakMap<object, unknown>()

type Script = 'Latn' | 'Cyrl'

function carriedOver(value: unknown, script: Script): unknown {
  return typeof value === 'string' ? transliterateCrh(value, script) : richTextIn(value as RichText, script)
}

function richTextIn(text: RichText, script: Script): RichText {
  return {
    version: 1,
    json: jsonIn(text.json, script),
    html: text.html.replace(betweenTags, (piece) => (isMarkup(piece) ? piece : transliterateCrh(piece, script))),
    plainText: transliterateCrh(text.plainText, script),
  }
}

// Tags and character references stay; what stands between them is text.
const betweenTags = /<[^>]*>|&[#\w]+;|[^<&]+/g

function isMarkup(piece: string): boolean {
  return piece.startsWith('<') || piece.startsWith('&')
}

/** Only the `text` of text nodes is language; every other string is an attribute. */
function jsonIn(node: unknown, script: Script): unknown {
  if (Array.isArray(node)) return node.map((child) => jsonIn(child, script))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      name === 'text' && typeof value === 'string' ? transliterateCrh(value, script) : jsonIn(value, script),
    ]),
  )
}
