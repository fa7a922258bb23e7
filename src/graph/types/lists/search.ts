import type { SearchHit } from '../../catalog.ts'
import { type Node, nodeOfEntry } from '../../documents/node.ts'
import { weights } from '../../limits/table.ts'
import { cursorOfHit, type Hits, pageOfHits } from '../../lists/hits.ts'
import { directionOf } from '../../words/richHtml.ts'
import { searchLimits } from '../../words/searchText.ts'
import { markedHtml, type Piece, type Snippet, snippetsOf } from '../../words/snippets.ts'
import { builder, cost } from '../builder.ts'
import { defaultFirst, localeArgs, localeRequestFrom } from '../fields/arguments.ts'
import { NodeRef } from '../refs.ts'
import { TextDirection } from '../values/enums.ts'
import { boundsOf, PageInfo } from './connections.ts'

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
      resolve: ({ hit }) => cursorOfHit(hit),
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
      resolve: (of) => boundsOf(of, of.hits.length, (at) => cursorOfHit(of.hits[at] as SearchHit)),
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
    resolve: (_, { text, first, after, ...asked }, context) =>
      pageOfHits(text, { first: first ?? defaultFirst, after }, localeRequestFrom(asked, context), context),
  }),
)
