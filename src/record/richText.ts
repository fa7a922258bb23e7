import { digestOf } from '#base/digest.ts'
import { isObject } from '#base/isObject.ts'
import type { RichText } from './record.ts'
import { documentTypes, type Ref } from './shape.ts'
import { schemesOfLinks, webAddress } from './webAddress.ts'

/**
 * The editor's document made public: only the nodes and attributes of the table below survive, so
 * neither block keys (`$`), nor editor state, nor an embedded document can leave with it. HTML is
 * written here from the clean tree and is safe by construction: every text is escaped, every link
 * is http, https or mailto, or names a document of ours (`<a data-ref="people:…">`).
 *
 * Returns null where nothing is left.
 */
export function richTextOf(editorDocument: unknown): RichText | null {
  const root = isObject(editorDocument) && isObject(editorDocument.root) ? editorDocument.root : {}
  const children = cleanAll(root.children, everywhere, 0)
  if (children.length === 0) return null
  return {
    version: 1,
    json: { root: { type: 'root', version: 1, children } },
    html: children.map(htmlOf).join(''),
    plainText: children.map(plainTextOf).join('\n\n').trim(),
  }
}

/** Digest of rich text: its clean tree, so that a later change in how HTML is written makes nothing stale. */
export function digestOfRichText({ json }: RichText): string {
  return digestOf(json)
}

type Attributes = { [name: string]: unknown }
type CleanNode = Attributes & { type: string; children?: CleanNode[] }
type Rule = {
  /** The attributes that stay; null unwraps the node and keeps its children. */
  keep: (node: Attributes) => Attributes | null
  html: (node: CleanNode, inside: string) => string
  /** A node without children that still says something. */
  isLeaf?: true
  plain?: (node: CleanNode) => string
  /** The types of nodes that may stand in it; of any other only what is inside stays. */
  holds: readonly string[]
  /** What stands between its children in plain text. */
  between?: string
}

const words = ['text', 'tab', 'linebreak']
const inline = [...words, 'link', 'autolink']
const everywhere = [...inline, 'paragraph', 'heading', 'quote', 'list', 'horizontalrule']

/** Nodes nested deeper than any real text are dropped, not followed. */
const maxDepth = 60
const alignments: readonly unknown[] = ['left', 'center', 'right', 'justify', 'start', 'end']
const listTypes: readonly unknown[] = ['bullet', 'number', 'check']
/** The page's title is h1; a text starts below it. */
const headingTags: { readonly [tag: string]: string } = { h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h4', h6: 'h4' }
const textFormats = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
] as const
const allFormats = textFormats.reduce((mask, [bit]) => mask | bit, 0)

const link: Rule = {
  keep: (node) => {
    const fields = linkFields(node.fields)
    return fields && { fields }
  },
  html: (node, inside) => `<a${linkAttribute(node.fields)}>${inside}</a>`,
  holds: words,
}

const rules: { readonly [type: string]: Rule } = {
  paragraph: { keep: aligned, html: (_, inside) => `<p>${inside}</p>`, holds: inline },
  heading: {
    keep: (node) => ({ ...aligned(node), tag: headingTags[String(node.tag)] ?? 'h2' }),
    html: (node, inside) => `<${node.tag}>${inside}</${node.tag}>`,
    holds: inline,
  },
  quote: { keep: aligned, html: (_, inside) => `<blockquote>${inside}</blockquote>`, holds: inline },
  list: {
    keep: (node) => ({
      listType: listTypes.includes(node.listType) ? node.listType : 'bullet',
      ...(Number.isInteger(node.start) && node.start !== 1 && { start: node.start }),
    }),
    html: (node, inside) => (node.listType === 'number' ? `<ol${startOf(node)}>${inside}</ol>` : `<ul>${inside}</ul>`),
    holds: ['listitem'],
    between: '\n',
  },
  listitem: {
    keep: (node) => (typeof node.checked === 'boolean' ? { checked: node.checked } : {}),
    html: (_, inside) => `<li>${inside}</li>`,
    holds: [...inline, 'list'],
  },
  link,
  autolink: link,
  text: {
    keep: (node) => {
      const format = typeof node.format === 'number' ? node.format & allFormats : 0
      return { text: typeof node.text === 'string' ? node.text : '', ...(format > 0 && { format }) }
    },
    html: (node) => formatted(escaped(String(node.text)), Number(node.format ?? 0)),
    plain: (node) => String(node.text),
    isLeaf: true,
    holds: [],
  },
  tab: { keep: () => ({}), html: () => '\t', plain: () => '\t', isLeaf: true, holds: [] },
  linebreak: { keep: () => ({}), html: () => '<br>', plain: () => '\n', isLeaf: true, holds: [] },
  horizontalrule: { keep: () => ({}), html: () => '<hr>', plain: () => '', isLeaf: true, holds: [] },
}

function cleanAll(children: unknown, held: readonly string[], depth: number): CleanNode[] {
  if (!Array.isArray(children) || depth > maxDepth) return []
  return merged(children.filter(isObject).flatMap((child) => clean(child, held, depth)))
}

function clean(node: Attributes, held: readonly string[], depth: number): CleanNode[] {
  const type = String(node.type)
  const rule = held.includes(type) ? rules[type] : undefined
  const kept = rule?.keep(node) ?? null
  if (!rule || !kept) return cleanAll(node.children, held, depth + 1)
  if (rule.isLeaf) return kept.text === '' ? [] : [{ type, version: 1, ...kept }]
  const children = cleanAll(node.children, rule.holds, depth + 1)
  return children.length > 0 ? [{ type, version: 1, ...kept, children }] : []
}

/** Neighbouring texts of one format are one text: how the editor happened to split them says nothing. */
function merged(nodes: CleanNode[]): CleanNode[] {
  const done: CleanNode[] = []
  for (const node of nodes) {
    const last = done.at(-1)
    const isOne = last?.type === 'text' && node.type === 'text' && last.format === node.format
    if (isOne) done.splice(-1, 1, { ...last, text: `${last.text}${node.text}` })
    else done.push(node)
  }
  return done
}

function htmlOf(node: CleanNode): string {
  return rules[node.type]?.html(node, (node.children ?? []).map(htmlOf).join('')) ?? ''
}

function plainTextOf(node: CleanNode): string {
  const rule = rules[node.type]
  if (rule?.plain) return rule.plain(node)
  const children = node.children ?? []
  // A nested list starts a line of its own.
  return children
    .map((child) => (child.type === 'list' ? `\n${plainTextOf(child)}` : plainTextOf(child)))
    .join(rule?.between ?? '')
}

function aligned(node: Attributes): Attributes {
  return alignments.includes(node.format) ? { format: node.format } : {}
}

function startOf(node: Attributes): string {
  return typeof node.start === 'number' ? ` start="${node.start}"` : ''
}

type LinkFields =
  | { linkType: 'custom'; url: string }
  | { linkType: 'internal'; doc: { relationTo: string; value: string } }

function linkFields(fields: unknown): LinkFields | null {
  if (!isObject(fields)) return null
  if (fields.linkType !== 'internal') {
    const url = webAddress(fields.url, schemesOfLinks)
    return url && { linkType: 'custom', url: url.href }
  }
  const doc = isObject(fields.doc) ? fields.doc : {}
  const relationTo = documentTypes.find((type) => type === doc.relationTo)
  const value = isObject(doc.value) ? doc.value.id : doc.value
  return relationTo && typeof value === 'string' && value !== ''
    ? { linkType: 'internal', doc: { relationTo, value } }
    : null
}

function linkAttribute(fields: unknown): string {
  // Written by `linkFields` above.
  const link = fields as LinkFields
  return link.linkType === 'custom'
    ? ` href="${escaped(link.url)}"`
    : ` data-ref="${escaped(`${link.doc.relationTo}:${link.doc.value}`)}"`
}

/** The documents that a text links to. */
export function referencesOf({ json }: RichText): Ref[] {
  const links = nodesOf(json).filter((node) => isObject(node.fields) && node.fields.linkType === 'internal')
  // `linkFields` lets only known types through.
  const keys = links
    .map(({ fields }) => fields as { doc: { relationTo: string; value: string } })
    .map(({ doc }) => `${doc.relationTo}:${doc.value}` as Ref)
  return [...new Set(keys)]
}

/** A tree, clean or as the editor made it, in which links to documents that are left out are text. What holds none comes back as it is. */
export function unlinked<Tree>(tree: Tree, isLeftOut: (ref: Ref) => boolean): Tree {
  const holdsOne = nodesOf(tree).some((node) => isLinkTo(node, isLeftOut))
  // Nodes go and their children stay: what is left is a tree of the same kind.
  return holdsOne ? (unlinkedNode(tree, isLeftOut) as Tree) : tree
}

function unlinkedNode(node: unknown, isLeftOut: (ref: Ref) => boolean): unknown {
  if (!isObject(node)) return node
  const { root, children } = node
  const inside = Array.isArray(children)
    ? children.flatMap((child) => {
        const kept = unlinkedNode(child, isLeftOut)
        return isLinkTo(child, isLeftOut) && isObject(kept) ? (kept.children ?? []) : kept
      })
    : children
  return {
    ...node,
    ...(root !== undefined && { root: unlinkedNode(root, isLeftOut) }),
    ...(children !== undefined && { children: inside }),
  }
}

function isLinkTo(node: unknown, isMeant: (ref: Ref) => boolean): boolean {
  const fields = isObject(node) ? linkFields(node.fields) : null
  // `linkFields` lets only known types through.
  return fields?.linkType === 'internal' && isMeant(`${fields.doc.relationTo}:${fields.doc.value}` as Ref)
}

function nodesOf(json: unknown): Attributes[] {
  if (Array.isArray(json)) return json.flatMap(nodesOf)
  return isObject(json) ? [json, ...nodesOf(json.root), ...nodesOf(json.children)] : []
}

function formatted(text: string, format: number): string {
  return textFormats.reduce((inside, [bit, tag]) => (format & bit ? `<${tag}>${inside}</${tag}>` : inside), text)
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
