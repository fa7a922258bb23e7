import type { PublicEntry } from '#record/record.ts'
import { type Node, nodeOf } from '../../documents/node.ts'
import { checkedSize } from '../../lists/page.ts'
import { builder, cost } from '../builder.ts'
import { localeArgs, localeRequestFrom } from '../fields/arguments.ts'
import { LocalizedRef } from '../refs.ts'
import { describedEnum } from '../values/enums.ts'

const ChangeKind = describedEnum('ChangeKind', 'What a change did.', {
  publish: 'Facts or words became public.',
  withdraw: 'Words, or the whole document, are public no more.',
})

const Change = builder.objectRef<PublicEntry>('Change').implement({
  description:
    'An entry of the public log. Each holds the hash of the one before it, so that nothing can be taken out unnoticed.',
  fields: (t) => ({
    seq: t.exposeInt('seq', { nullable: false, description: 'Number of the entry: 1, 2, 3, without gaps.' }),
    id: t.id({ nullable: false, description: 'The document.', resolve: ({ key }) => key }),
    kind: t.field({ type: ChangeKind, nullable: false, description: 'What was done.', resolve: ({ kind }) => kind }),
    facts: t.exposeBoolean('facts', { nullable: false, description: 'The facts were part of it.' }),
    locales: t.field({
      type: ['Locale'],
      nullable: false,
      description: 'The locales whose words were part of it.',
      resolve: ({ locales }) => locales,
    }),
    formHash: t.exposeString('formHash', {
      nullable: false,
      description: 'SHA-256 of what was public of the document afterwards.',
    }),
    prev: t.exposeString('prev', { nullable: false, description: 'Hash of the entry before; 64 zeros for the first.' }),
    hash: t.exposeString('hash', { nullable: false, description: 'SHA-256 of this entry.' }),
    at: t.expose('at', { type: 'DateTime', nullable: false, description: 'When.' }),
    node: t.field({
      type: LocalizedRef,
      description: 'The document as it is public now; null where it is not.',
      args: localeArgs(t.arg),
      resolve: ({ key }, asked, context): Node | null => nodeOf(key, localeRequestFrom(asked, context), context),
    }),
  }),
})

const ChangePage = builder
  .objectRef<{ nodes: readonly PublicEntry[]; hasMore: boolean; seq: number }>('ChangePage')
  .implement({
    description: 'A piece of the public log.',
    fields: (t) => ({
      nodes: t.expose('nodes', {
        type: [Change],
        nullable: false,
        description: 'The entries, the oldest first.',
        extensions: cost({ perItem: true }),
      }),
      hasMore: t.exposeBoolean('hasMore', {
        nullable: false,
        description: 'More follow: ask again since the last of these.',
      }),
      seq: t.exposeInt('seq', { nullable: false, description: 'Number of the newest entry.' }),
    }),
  })

builder.queryField('changes', (t) =>
  t.field({
    type: ChangePage,
    nullable: false,
    description: 'The public log: what was published, changed or withdrawn, for builds that fetch only what changed.',
    args: {
      since: t.arg.int({ defaultValue: 0, description: 'Only entries with a higher number.' }),
      first: t.arg.int({ defaultValue: 100, description: 'At most so many, 1 to 100.' }),
    },
    extensions: cost({ page: 100 }),
    resolve: async (_, { since, first }, { catalog, changes, tags }) => {
      tags.add('changes')
      const { count } = checkedSize({ first }, 100)
      const { seq } = catalog
      const found = changes ? await changes(since ?? 0, count + 1) : []
      // An entry that this version of the catalog does not know yet belongs to the next answer.
      const nodes = found.filter((one) => one.seq <= seq)
      return { nodes: nodes.slice(0, count), hasMore: nodes.length > count, seq }
    },
  }),
)
