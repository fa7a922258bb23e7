import { readEnvironment } from '#base/env.ts'
import { isReadable } from '#base/text/isReadable.ts'
import { type Confirmation, longestReason } from '#publishing/overrides/overrides.ts'
import { type PublishAnswer, publish, withdraw } from '#publishing/publish.ts'
import { PublishRefused } from '#publishing/refused.ts'
import { parseRef, refOf } from '#record/record.ts'
import { documentTypes, type Ref } from '#record/shape.ts'
import { localesIn, type Options, UsageError, type Work } from './usage.ts'

export function publishParts([word = '']: string[], options: Options): Work {
  const key = refFromWord(word)
  const facts = options.facts ?? false
  const locales = localesIn(options.locales)
  const confirm = confirmationsIn(options)
  if (!facts && locales.length === 0) throw new UsageError('Name what goes out: --facts, --locales uk,tr, or both.')
  return async (payload) => {
    if (readEnvironment().TWO_PERSON_RULE === 'on') console.log(passed)
    try {
      console.log(resultSentence('Published', await publish({ payload, key, facts, locales, confirm })))
      return 0
    } catch (error) {
      if (!(error instanceof PublishRefused)) throw error
      console.error(refusalLines(error))
      return 1
    }
  }
}

const passed = 'TWO_PERSON_RULE is on. A command is the operator’s and needs no second person.'

/** Each finding by its digest, and one reason for all of them. */
function confirmationsIn({ confirm = [], reason = '' }: Options): Confirmation[] {
  if (confirm.length > 0 && !isReadable(reason))
    throw new UsageError('Say why it may be published all the same: --reason "…"')
  if (reason.trim().length > longestReason) throw new UsageError(`A reason has at most ${longestReason} characters.`)
  return confirm.map((digest) => ({ digest, reason: reason.trim() }))
}

export function withdrawParts([word = '']: string[], options: Options): Work {
  const key = refFromWord(word)
  const locales = options.locales === undefined ? undefined : localesIn(options.locales)
  return async (payload) => {
    console.log(resultSentence('Withdrew', await withdraw({ payload, key, locales })))
    return 0
  }
}

function refFromWord(key: string): Ref {
  const ref = parseRef(key)
  if (ref) return refOf(ref.type, ref.id)
  throw new UsageError(
    `"${key}" is no key. A key is a type and an id, as in people:<id>; types are ${documentTypes.join(', ')}.`,
  )
}

function resultSentence(verb: string, answer: PublishAnswer): string {
  if (answer.unchanged) return `Nothing to do: ${answer.key} is public exactly like this (change ${answer.seq}).`
  const parts = [...(answer.facts ? ['facts'] : []), ...answer.locales].join(', ')
  return `${verb} ${answer.key}: ${parts} (change ${answer.seq}, ${answer.at}).`
}

function refusalLines({ data }: PublishRefused): string {
  const lines = (data?.refusals ?? []).map(({ document, part, path, message, cure, confirm }) => {
    const place = `    ${[document, part, path].filter(Boolean).join(' ')}`
    const answer = confirm ? `\n    --confirm ${confirm} --reason "…"` : ''
    return `  ${part}: ${message} ${cure}\n${place}${answer}`
  })
  return ['Not published:', ...lines].join('\n')
}
