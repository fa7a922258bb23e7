import type { PartialDate } from '#base/time/partialDate.ts'
import { formatDate } from '#locales/formatDate.ts'
import { referencesOf } from '#record/richText.ts'
import { nodesOf } from '../../documents/node.ts'
import { refusal } from '../../errors.ts'
import type { LocaleRequest } from '../../words/localeRequest.ts'
import { directionOf, headingLevels, htmlOf, jsonOf, type ServedRichText, shortened } from '../../words/richHtml.ts'
import { builder, cost } from '../builder.ts'
import { NodeRef } from '../refs.ts'
import { DatePrecision, TextDirection } from './enums.ts'

export const Text = builder.objectRef<{ value: string; locale: string }>('Text').implement({
  description: 'Words with the language they are in.',
  fields: (t) => ({
    text: t.exposeString('value', { nullable: false, description: 'The words.' }),
    locale: t.exposeString('locale', {
      nullable: false,
      description: 'Language tag of the words: the value of `lang`.',
    }),
    dir: t.field({
      type: TextDirection,
      nullable: false,
      description: 'Direction of the words: the value of `dir`.',
      resolve: ({ locale }) => directionOf(locale),
    }),
  }),
})

export const RichTextRef = builder.objectRef<ServedRichText>('RichText').implement({
  description: 'A longer text in three forms.',
  fields: (t) => ({
    json: t.field({
      type: 'JSON',
      nullable: false,
      description:
        'The text as a tree of blocks: paragraphs, headings, lists, quotes, with formatted text and links in them.',
      resolve: (text, _, context) => jsonOf(text, context),
    }),
    html: t.string({
      nullable: false,
      description:
        'Clean HTML to insert as it is, headings from h2 down. In another language than the requested one it stands in an element with `lang` and `dir`.',
      args: {
        headingLevel: t.arg.int({
          description: `Level of the highest headings, ${headingLevels.least} to ${headingLevels.most}; ${headingLevels.least} where absent.`,
        }),
      },
      resolve: (text, { headingLevel }, context) => htmlOf(text, context, checkedLevel(headingLevel)),
    }),
    plainText: t.string({
      nullable: false,
      description: 'The words without formatting, paragraphs parted by an empty line.',
      args: {
        maxLength: t.arg.int({ description: 'Longer texts are cut between words and end in "…".' }),
      },
      resolve: ({ served }, { maxLength }) =>
        typeof maxLength === 'number'
          ? shortened(served.value.plainText, Math.max(maxLength, 1))
          : served.value.plainText,
    }),
    references: t.field({
      type: [NodeRef],
      nullable: false,
      description: 'Public documents that the text links to.',
      extensions: cost({ most: 20 }),
      resolve: ({ served, request }, _, context) => nodesOf(referencesOf(served.value), request, context),
    }),
    locale: t.string({
      nullable: false,
      description: 'Language tag of the text: the value of `lang`.',
      resolve: ({ served }) => served.locale,
    }),
    dir: t.field({
      type: TextDirection,
      nullable: false,
      description: 'Direction of the text: the value of `dir`.',
      resolve: ({ served }) => directionOf(served.locale),
    }),
  }),
})

function checkedLevel(level: number | null | undefined): number {
  const { least, most } = headingLevels
  if (typeof level !== 'number') return least
  if (level >= least && level <= most) return level
  throw refusal('INVALID_INPUT', `headingLevel is ${level}; headings start at ${least} to ${most}.`)
}

/** A date and the locale that it is asked for in. */
export type LocalizedDate = { date: PartialDate; request: LocaleRequest }

export const PartialDateRef = builder.objectRef<LocalizedDate>('PartialDate').implement({
  description: 'A date of which only a part may be known.',
  fields: (t) => ({
    edtf: t.string({
      nullable: false,
      description:
        'The date in Extended Date/Time Format (ISO 8601-2): `2018-05-21`, `2018-05~`, `2018-05-21/2020-09-16`.',
      resolve: ({ date }) => date.edtf,
    }),
    earliest: t.field({
      type: 'Date',
      description: 'First day that it can have been; null where that is open or unknown.',
      resolve: ({ date }) => date.earliest,
    }),
    latest: t.field({
      type: 'Date',
      description: 'Last day that it can have been; null where that is open or unknown.',
      resolve: ({ date }) => date.latest,
    }),
    precision: t.field({
      type: DatePrecision,
      nullable: false,
      description: 'How much of the date is known.',
      resolve: ({ date }) => date.precision,
    }),
    label: t.string({
      nullable: false,
      description: 'The date as the requested locale says it: "21 May 2018", "about 2018".',
      resolve: ({ date, request }) => formatDate(date, request.locale),
    }),
  }),
})
