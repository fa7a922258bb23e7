import type { Ref } from '#record/shape.ts'
import { wordFieldsOf } from '#record/workingCopy.ts'
import { refsInPart } from '../../form/references.ts'
import { wouldBe } from '../../form/standing.ts'
import { formOf, rows } from '../../log/log.ts'
import type { RequestScope } from '../../requestScope.ts'
import { copiesByKey, headingOf } from '../../workingCopy.ts'
import type { Finding, Proposal, RelatedDocuments } from '../gates.ts'

/** A picture that a document shows, and the locales in which it is described. */
export type PictureShown = { key: Ref<'media'>; name: string; described: readonly string[]; inParts: readonly string[] }

/** Pictures that are shown in a language without being described in it: nobody who cannot see them learns what they show. */
export function altMissing({ parts, picturesShown }: Proposal & Pick<RelatedDocuments, 'picturesShown'>): Finding[] {
  return parts.locales.flatMap((part) =>
    picturesShown
      .filter(
        ({ described, inParts }) => !described.includes(part) && (inParts.includes('facts') || inParts.includes(part)),
      )
      .map(({ key, name }) => ({
        part,
        path: key,
        values: { name },
        cureAt: { document: key, part, position: 'alt' },
      })),
  )
}

/**
 * The pictures of a document as its working copy has them, whether its facts are shipped along or not: words that go out
 * today stand beside them tomorrow. What is public of a picture says how it is described; of one that is not public yet, its draft.
 */
export async function picturesShown(scope: RequestScope, { type, copy, published }: Proposal): Promise<PictureShown[]> {
  const whole = wouldBe(type, copy, published)
  const named = ['facts', ...Object.keys(whole.body.words)].map(
    (part) => [part, refsInPart(whole, part).filter(isMedia)] as const,
  )
  const keys = [...new Set(named.flatMap(([, refs]) => refs))]
  if (keys.length === 0 || type === 'media') return []
  const [copies, known] = await Promise.all([copiesByKey(scope, keys), rows(scope, { key: { in: keys } })])
  const forms = new Map(known.map((row) => [row.key, formOf(row)]))
  return keys.flatMap((key) => {
    const picture = copies.get(key)
    if (!picture) return []
    const words = forms.get(key)?.card.words
    const described = words
      ? Object.keys(words).filter((locale) => words[locale]?.alt)
      : wordFieldsOf('media', picture).flatMap(({ path, values }) => (path === 'alt' ? Object.keys(values) : []))
    const inParts = named.filter(([, refs]) => refs.includes(key)).map(([part]) => part)
    return [{ key, name: headingOf(picture, 'media'), described, inParts }]
  })
}

const isMedia = (ref: Ref): ref is Ref<'media'> => ref.startsWith('media:')
