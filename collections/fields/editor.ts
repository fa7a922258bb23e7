import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { RichTextAdapter, RichTextAdapterProvider } from 'payload'
import { isObject } from '#base/isObject.ts'
import { message } from '#messages/message.ts'
import { languageOf } from '#messages/refused.ts'
import { richTextOf } from '#record/richText.ts'
import { documentTypes } from '#record/shape.ts'
import { schemesOfLinks, webAddress } from '#record/webAddress.ts'
import { longest } from './words.ts'

/**
 * What a story may hold: what `src/record/richText.ts` knows how to publish. No uploads and no blocks: a
 * picture is a document of its own, and whatever a text embeds could not be translated unit by unit.
 */
const stories = lexicalEditor({
  features: [
    FixedToolbarFeature(),
    InlineToolbarFeature(),
    ParagraphFeature(),
    // The page's title is h1.
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    LinkFeature({ enabledCollections: [...documentTypes], disableAutoLinks: true }),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
  ],
})

export const editor: RichTextAdapterProvider = async (given) => bounded(await stories(given))

/** A text has an end: every gate reads the whole of it. */
function bounded(adapter: RichTextAdapter): RichTextAdapter {
  return {
    ...adapter,
    validate: async (value, options) => {
      const length = richTextOf(value)?.plainText.length ?? 0
      const [wrong] = linksIn(value).filter((url) => webAddress(url, schemesOfLinks) === null)
      if (wrong !== undefined) return message(languageOf(options.req), 'errors.linkAddress', { address: wrong })
      if (length <= longest.story) return adapter.validate(value, options)
      return message(languageOf(options.req), 'errors.tooLong', { most: longest.story, length })
    },
  }
}

/** Addresses that somebody wrote into a text; an empty one is for the editor's own validation. */
function linksIn(node: unknown): string[] {
  if (!isObject(node)) return []
  if (isObject(node.root)) return linksIn(node.root)
  const { fields, children } = node
  const own = isObject(fields) && fields.linkType !== 'internal' && typeof fields.url === 'string' && fields.url.trim()
  return [...(own ? [own] : []), ...(Array.isArray(children) ? children.flatMap(linksIn) : [])]
}
