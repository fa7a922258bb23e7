/** A text as one value of a header may hold it: what is no printable ASCII, and the comma between values, as percent signs. */
export function headerText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[^!-+\--~]/gu, encodeURIComponent)
}
