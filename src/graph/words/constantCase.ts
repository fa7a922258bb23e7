/** A word of a controlled list as the schema's enums call it: `pretrialDetention` → `PRETRIAL_DETENTION`. */
export function constantCase(word: string): string {
  return word.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
}
