import { isObject } from '#base/isObject.ts'
/** Any value of a document as a person can read it: rich text as its words, lists joined, null as nothing. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  if (Array.isArray(value)) return value.map(plainText).filter(Boolean).join(', ')
  if (!isObject(value)) return String(value)
  if (isObject(value.root)) return blocksOf(value.root)
  if (typeof value.plainText === 'string') return value.plainText
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([, inner]) => plainText(inner))
    .filter(Boolean)
    .join(', ')
}

/** Blocks of the rich text editor's document, one a line. */
function blocksOf(root: Record<string, unknown>): string {
  return childrenOf(root)
    .map(inlineText)
    .filter((text) => text !== '')
    .join('\n\n')
}

function inlineText(node: unknown): string {
  if (!isObject(node)) return ''
  if (typeof node.text === 'string') return node.text
  if (node.type === 'linebreak') return '\n'
  const inner = childrenOf(node).map(inlineText)
  return node.type === 'list' ? inner.join('\n') : inner.join('')
}

function childrenOf(node: Record<string, unknown>): unknown[] {
  return Array.isArray(node.children) ? node.children : []
}
