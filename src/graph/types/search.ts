import { whenReady } from '#base/turns.ts'
import { builder, cost } from '../builder.ts'
import type { SearchHit } from '../catalog.ts'
import { decodeCursor, encodeCursor, foreignCursor } from '../cursor.ts'
import { refusal } from '../errors.ts'
import { weights } from '../limitTable.ts'
import type { LocaleRequest } from '../localeRequest.ts'
import { type Node, nodeOfEntry } from '../node.ts'
import { checkedSize, type PageArgs } from '../page.ts'
import { directionOf } from '../richHtml.ts'
import { searchLimits } from '../searchText.ts'
import { markedHtml, type Piece, type Snippet, snippetsOf } from '../snippets.ts'
import { defaultFirst, localeArgs, localeRequestFrom } from './arguments.ts'
import { PageInfo } from './connections.ts'
import { TextDirection } from './enums.ts'
import { NodeRef } from './refs.ts'

type Hits = { text: string; hits: readonly SearchHit[]; from: number; to: number; request: LocaleRequest }

const PieceRef = builder.objectRef<Piece>('SnippetPiece').implement({
  description: 'A piece of a snippet.',
  fields: (t) => ({
    text: t.exposeString('text', { nullable: false, description: 'The words.' }),
    isMatch: t.exposeBoolean('isMatch', { nullable: false, description: 'These words were found.' }),
  }),
})

const SnippetRef = builder.objectRef<Snippet>('Snippet').implement({
  description: 'The part of a text in which something was found.',
  fields: (t) => ({
    path: t.exposeString('path', { nullable: false, description: 'The field that it is taken from.' }),
    pieces: t.expose('pieces', {
      type: [PieceRef],
      nullable: false,
      description: 'The words, cut into what was found and what stands around it.',
      extensions: cost({ most: 10 }),
    }),
    html: t.string({
      nullable: false,
      description: 'The words as HTML, what was found in mark elements.',
      resolve: ({ pieces }) => markedHtml(pieces),
    }),
    locale: t.exposeString('locale', { nullable: false, description: 'Language of the words: the value of `lang`.' }),
    dir: t.field({
      type: TextDirection,
      nullable: false,
      description: 'Direction of the words: the value of `dir`.',
      resolve: ({ locale }) => directionOf(locale),
    }),
  }),
})

const SearchEdge = builder.objectRef<{ hit: SearchHit; of: Hits }>('SearchEdge').implement({
  description: 'A document that was found.',
  fields: (t) => ({
    cursor: t.string({
      nullable: false,
      description: 'Names this place in the list, for `after`.',
      resolve: ({ hit }) => cursorOf(hit),
    }),
    node: t.field({
      type: NodeRef,
      nullable: false,
      description: 'The document.',
      resolve: ({ hit, of }, _, context) => nodeOfEntry(hit.entry, of.request, context),
    }),
    snippets: t.field({
      type: [SnippetRef],
      nullable: false,
      description: 'Where in its served words it was found; empty where only a near spelling or another name was.',
      extensions: cost({ most: 5 }),
      resolve: ({ hit, of }) => snippetsOf({ entry: hit.entry, request: of.request }, of.text),
    }),
  }),
})

const SearchConnection = builder.objectRef<Hits>('SearchConnection').implement({
  description: 'A page of what was found, the best first.',
  fields: (t) => ({
    nodes: t.field({
      type: [NodeRef],
      nullable: false,
      description: 'The documents of this page.',
      extensions: cost({ perItem: true }),
      resolve: (of, _, context): Node[] => shown(of).map(({ entry }) => nodeOfEntry(entry, of.request, context)),
    }),
    edges: t.field({
      type: [SearchEdge],
      nullable: false,
      description: 'The documents of this page with their cursors and where they were found.',
      extensions: cost({ perItem: true }),
      resolve: (of) => shown(of).map((hit) => ({ hit, of })),
    }),
    pageInfo: t.field({
      type: PageInfo,
      nullable: false,
      description: 'Where this page lies in the list.',
      resolve: ({ hits, from, to }) => ({
        hasNext: to < hits.length,
        hasPrevious: from > 0,
        start: () => (from < to ? cursorAt(hits, from) : null),
        end: () => (from < to ? cursorAt(hits, to - 1) : null),
      }),
    }),
    totalCount: t.int({
      nullable: false,
      description: 'Number of documents that were found, at most 1000.',
      resolve: ({ hits }) => hits.length,
    }),
  }),
})

function shown({ hits, from, to }: Hits): readonly SearchHit[] {
  return hits.slice(from, to)
}

function cursorOf({ score, entry }: SearchHit): string {
  return encodeCursor('search', { key: String(score), id: entry.key })
}

function cursorAt(hits: readonly SearchHit[], at: number): string | null {
  const hit = hits[at]
  return hit ? cursorOf(hit) : null
}

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    nullable: false,
    description:
      'Finds documents by names and words, in any spelling and script, by beginnings, and with a typo where nothing else fits. Whole names come first.',
    args: {
      text: t.arg.string({
        required: true,
        description: `What to look for, at most ${searchLimits.characters} characters.`,
      }),
      first: t.arg.int({ description: `The first so many documents, ${defaultFirst} where absent.` }),
      after: t.arg.string({ description: 'Only documents behind this cursor.' }),
      ...localeArgs(t.arg),
    },
    extensions: cost({ page: defaultFirst, weight: weights.search }),
    resolve: (_, { text, first, after, ...asked }, context) => {
      const request = localeRequestFrom(asked, context)
      for (const type of ['people', 'quotes', 'events', 'media', 'organizations', 'places', 'sources'])
        context.tags.add(type)
      if (text.length > searchLimits.characters) {
        throw refusal(
          'INVALID_INPUT',
          `text has ${text.length} characters; at most ${searchLimits.characters} are searched for.`,
        )
      }
      const found = context.catalog.search(text, request.chain)
      return whenReady(found, (hits) => pageOfHits(text, hits, request, { first, after }))
    },
  }),
)

function pageOfHits(
  text: string,
  hits: readonly SearchHit[],
  request: LocaleRequest,
  { first, after }: PageArgs,
): Hits {
  const { count } = checkedSize({ first }, defaultFirst)
  const from = after ? behind(hits, after) : 0
  return { text, hits, from, to: Math.min(hits.length, from + count), request }
}

function behind(hits: readonly SearchHit[], cursor: string): number {
  const { key } = decodeCursor(cursor, 'search')
  const score = Number(key)
  if (String(score) !== key || !Number.isFinite(score)) throw foreignCursor()
  const at = hits.findIndex((hit) => hit.score < score)
  return at === -1 ? hits.length : at
}
