import { namesSaidInWords } from '#names/withheld/namesSaidIn.ts'
import { personSigns } from '#names/withheld/personSigns.ts'
import { readAsWords } from '#names/withheld/readAsWords.ts'
import { type Form, refOf } from '#record/record.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
import type { Proposal } from '../../gates/gates.ts'
import type { RequestScope } from '../../requestScope.ts'
import { headingOf, workingCopiesOf } from '../../workingCopy.ts'
import { type PublicString, stringsOf } from '../strings.ts'
import { type ConfidentialSource, confidentialSources, sourcesNamedIn } from './citations.ts'
import { isSaidIn, type Phrase, phraseOf, readPhrase } from './phrases.ts'

/** A place in a document that says which confidential source is behind it. */
export type SourceSaying = PublicString & { source: Ref<'sources'>; title: string; said: string; isCited: boolean }

/** A confidential source that a document cites, which its form leaves out. */
export type CitationLeftOut = { key: Ref<'sources'>; name: string }

/**
 * Where a form would say a confidential source: its addresses and title anywhere, its author where the document cites it.
 * In a document that cites nothing of the kind, words of the same title may be somebody else's: that is for somebody to say.
 */
export async function sourceSayingsIn(scope: RequestScope, proposal: Proposal): Promise<SourceSaying[]> {
  const own = refOf<DocumentType>(proposal.type, proposal.copy.id)
  const sources = (await confidentialSources(scope)).filter(({ key }) => key !== own)
  if (sources.length === 0) return []
  return sourceSayingsOf(sources, proposal.form, await sourcesCitedBy(scope, proposal))
}

/** `cited`: ids of those that the document cites. */
export function sourceSayingsOf(
  sources: readonly ConfidentialSource[],
  form: Form,
  cited: readonly string[] = [],
): SourceSaying[] {
  const strings = stringsOf(form).map((string) => ({ string, read: readPhrase(string.text) }))
  return sources.flatMap((source) => {
    const isCited = cited.includes(source.id)
    const known = { source: source.key, title: headingOf(source, 'sources'), isCited }
    return strings.flatMap(({ string, read }) => {
      const said =
        phrasesOf(source).find((phrase) => isSaidIn(phrase, read))?.text ?? (isCited && authorIn(source, string))
      return said ? [{ ...string, ...known, said }] : []
    })
  })
}

/** The confidential sources that a document cites, by what staff call them. */
export async function citationsLeftOut(scope: RequestScope, proposal: Proposal): Promise<CitationLeftOut[]> {
  const sources = await confidentialSources(scope, await sourcesCitedBy(scope, proposal))
  return sources.map((source) => ({ key: source.key, name: headingOf(source, 'sources') }))
}

/** As the working copy is stored: the one of a proposal names them no more. */
async function sourcesCitedBy(scope: RequestScope, { type, copy }: Proposal): Promise<string[]> {
  const stored = await workingCopiesOf(scope, type, [copy.id])
  return stored.flatMap((one) => sourcesNamedIn(type, one))
}

function phrasesOf({ title, url, archiveUrl }: ConfidentialSource): Phrase[] {
  return [title, url, archiveUrl].flatMap((text) => phraseOf(text) ?? [])
}

/** Read as a name is, in its endings and in other scripts. */
function authorIn({ author }: ConfidentialSource, { text }: PublicString): string | undefined {
  const names = typeof author === 'string' ? author.split(/[,;&]/).map((name) => name.trim().split(/\s+/)) : []
  const words = readAsWords(text)
  return names.flatMap((name) => {
    const [family = ''] = name.slice(-1)
    if (family.length < 2) return []
    const signs = personSigns({ given: name.slice(0, -1), additional: [], family: [family] })
    return namesSaidInWords(words, signs).map(({ said }) => said)
  })[0]
}
