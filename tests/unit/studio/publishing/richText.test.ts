import fc from 'fast-check'
import sanitizeHtml from 'sanitize-html'
import { describe, expect, it } from 'vitest'
import { digestOfRichText, referencesOf, richTextOf } from '#record/richText.ts'

type Node = Record<string, unknown>
const root = (...children: Node[]) => ({ root: { type: 'root', children } })
const text = (words: string, more: Node = {}) => ({ type: 'text', text: words, ...more })
const paragraph = (...children: Node[]) => ({ type: 'paragraph', children })
const htmlOf = (...children: Node[]) => richTextOf(root(...children))?.html

describe('rich text', () => {
  it('is three forms of one text', () => {
    expect(
      richTextOf(
        root(paragraph(text('One & '), text('two', { format: 3 })), {
          type: 'heading',
          tag: 'h1',
          children: [text('Three')],
        }),
      ),
    ).toEqual({
      version: 1,
      json: {
        root: {
          type: 'root',
          version: 1,
          children: [
            {
              type: 'paragraph',
              version: 1,
              children: [
                { type: 'text', version: 1, text: 'One & ' },
                { type: 'text', version: 1, text: 'two', format: 3 },
              ],
            },
            { type: 'heading', version: 1, tag: 'h2', children: [{ type: 'text', version: 1, text: 'Three' }] },
          ],
        },
      },
      html: '<p>One &amp; <em><strong>two</strong></em></p><h2>Three</h2>',
      plainText: 'One & two\n\nThree',
    })
  })

  it.each([
    ['h1', 'h2'],
    ['h2', 'h2'],
    ['h3', 'h3'],
    ['h4', 'h4'],
    ['h6', 'h4'],
    ['script', 'h2'],
  ])('a heading %s is %s', (tag, shown) => {
    expect(htmlOf({ type: 'heading', tag, children: [text('T')] })).toBe(`<${shown}>T</${shown}>`)
  })

  it('lists, also in lists', () => {
    const item = (...children: Node[]) => ({ type: 'listitem', children })
    const inner = { type: 'list', listType: 'number', start: 3, children: [item(text('b'))] }
    const whole = root({ type: 'list', listType: 'bullet', children: [item(text('a')), item(inner)] })
    expect(richTextOf(whole)).toMatchObject({ html: '<ul><li>a</li><li><ol start="3"><li>b</li></ol></li></ul>' })
  })

  it.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', '/inside', 'vbscript:x', '', null])(
    'a link to %s is only its words',
    (url) => {
      expect(htmlOf(paragraph({ type: 'link', fields: { linkType: 'custom', url }, children: [text('here')] }))).toBe(
        '<p>here</p>',
      )
    },
  )

  it.each([
    ['https://example.org/?a=1&b="2"', 'https://example.org/?a=1&amp;b=%222%22'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
  ])('a link to %s stays', (url, href) => {
    expect(htmlOf(paragraph({ type: 'autolink', fields: { url, rel: 'x' }, children: [text('here')] }))).toBe(
      `<p><a href="${href}">here</a></p>`,
    )
  })

  it('a link to a document of ours is a reference, one to anything else is only its words', () => {
    const link = (relationTo: string, value: unknown) =>
      paragraph({ type: 'link', fields: { linkType: 'internal', doc: { relationTo, value } }, children: [text('she')] })
    const known = richTextOf(root(link('people', 'p1'), link('events', { id: 'e1', title: 'secret' })))
    expect(known?.html).toBe('<p><a data-ref="people:p1">she</a></p><p><a data-ref="events:e1">she</a></p>')
    expect(known && referencesOf(known)).toEqual(['people:p1', 'events:e1'])
    expect(JSON.stringify(known)).not.toContain('secret')
    expect(htmlOf(link('users', 'u1'))).toBe('<p>she</p>')
  })

  it('what is empty is nothing', () => {
    expect(richTextOf(root(paragraph(), paragraph(text(''))))).toBeNull()
    for (const value of [null, undefined, {}, '', { root: null }, { root: { children: 'x' } }])
      expect(richTextOf(value)).toBeNull()
  })

  it('how the editor happened to split a text is no difference', () => {
    const one = richTextOf(root(paragraph(text('One two'))))
    const split = richTextOf(
      root({
        ...paragraph(text('One ', { mode: 'normal' }), text('two', { detail: 0 })),
        $: { key: 'k' },
        direction: 'rtl',
      }),
    )
    expect(one && split && digestOfRichText(one) === digestOfRichText(split)).toBe(true)
  })

  const nodes = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.record(
      {
        type: fc.oneof(
          fc.constantFrom(
            'paragraph',
            'heading',
            'list',
            'listitem',
            'quote',
            'link',
            'text',
            'linebreak',
            'upload',
            '__proto__',
            'constructor',
          ),
          fc.string(),
        ),
        tag: fc.constantFrom('h1', 'script', '"><img src=x onerror=alert(1)>'),
        text: fc.oneof(fc.string(), fc.constant('<img src=x onerror=alert(1)>')),
        format: fc.oneof(fc.nat(200), fc.constant('center')),
        fields: fc.record({
          linkType: fc.constantFrom('custom', 'internal'),
          url: fc.oneof(fc.webUrl(), fc.constant('javascript:alert(1)')),
          doc: fc.anything(),
        }),
        children: fc.array(tie('node'), { maxLength: 3 }),
      },
      { requiredKeys: ['type'] },
    ),
  })).node

  it('whatever the editor sends, the HTML is safe: a sanitiser finds nothing to remove', () => {
    const allowed = {
      allowedTags: [
        'p',
        'h2',
        'h3',
        'h4',
        'blockquote',
        'ul',
        'ol',
        'li',
        'a',
        'strong',
        'em',
        's',
        'u',
        'code',
        'sub',
        'sup',
        'br',
        'hr',
      ],
      allowedAttributes: { a: ['href', 'data-ref'], ol: ['start'] },
      allowedSchemes: ['http', 'https', 'mailto'],
    }
    // Both quotation marks are escaped by us and written plainly by the sanitiser: the same value.
    const tags = (html: string) =>
      [...html.matchAll(/<[^>]*>/g)].map(([tag]) =>
        tag
          .replaceAll(' /', '')
          .replaceAll(/&quot;|&#39;/g, "'")
          .replaceAll('"', "'"),
      )
    fc.assert(
      fc.property(fc.array(nodes, { maxLength: 4 }), (children) => {
        const html = richTextOf(root(...children))?.html ?? ''
        expect(tags(sanitizeHtml(html, allowed))).toEqual(tags(html))
      }),
      { numRuns: 500 },
    )
  })

  it('a text nested without end is cut, not followed', () => {
    const deep = Array.from({ length: 20_000 }).reduce<Node>(
      (inside) => ({ type: 'quote', children: [inside] }),
      text('end'),
    )
    expect(richTextOf(root(deep))).toBeNull()
  })
})
