const longest = 120

/** The name that an upload came with, as one line for editors: no folders, nothing that is not seen, of a length that can be shown. */
export function uploadedName(name: unknown): string | null {
  if (typeof name !== 'string') return null
  const line = (name.normalize('NFC').split(/[/\\]/).at(-1) ?? '').replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim()
  return line === '' ? null : bounded(line)
}

/** What is cut out is the middle: how a name ends says what it is. */
function bounded(name: string): string {
  const letters = [...name]
  if (letters.length <= longest) return name
  const [, ending = ''] = /(\.[^.]{1,10})$/.exec(name) ?? []
  return `${letters.slice(0, longest - 1 - [...ending].length).join('')}…${ending}`
}
