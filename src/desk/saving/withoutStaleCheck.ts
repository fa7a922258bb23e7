type Call = { name: string; args: Record<string, unknown> }

/**
 * Payload's form asks, at the first key, whether the document changed meanwhile and then offers nothing
 * but a reload, which loses what was typed. Here a save merges, so the question is not asked.
 */
export function withoutStaleCheck<Given extends Call>(call: Given): Given {
  return call.name === 'form-state' ? { ...call, args: { ...call.args, checkForStaleData: false } } : call
}
