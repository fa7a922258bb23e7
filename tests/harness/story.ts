const block = { version: 1, direction: null, format: '', indent: 0 } as const

/** A text as the editor saves it: one paragraph of these nodes. */
export function storyOf(...children: object[]) {
  const paragraph = { type: 'paragraph', ...block, textFormat: 0, textStyle: '', children }
  return { root: { type: 'root', ...block, children: [paragraph] } }
}

export function textNode(text: string) {
  return { type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text }
}
