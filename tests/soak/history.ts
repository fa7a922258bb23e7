/** What can be published of a document on its own: its facts and each locale's words. */
export const parts = ['facts', 'en', 'uk', 'tr'] as const
export type Part = (typeof parts)[number]
export type WordPart = Exclude<Part, 'facts'>

/** One version of a part: the number that its words carry, or null where nothing of it is public. */
type State = { number: number | null; begunAt: number; bindingAt: number }

/** What readers may see of one part. All times are of one clock, in milliseconds. */
export class PartHistory {
  private readonly states: State[] = [{ number: null, begunAt: 0, bindingAt: 0 }]

  /** A change was sent off: from now on readers may see it. Nobody has to, until it is `bind`ing. */
  begin(number: number | null, now: number): { bind(at: number): void } {
    const state: State = { number, begunAt: now, bindingAt: Number.POSITIVE_INFINITY }
    this.states.push(state)
    return {
      bind(at) {
        state.bindingAt = at
      },
    }
  }

  /** What a read that was sent and answered at these times may show: the newest that binds, and whatever began later. */
  allowed(sent: number, answered: number): (number | null)[] {
    const found: (number | null)[] = []
    for (let at = this.states.length - 1; at >= 0; at--) {
      const state = this.states[at] as State
      if (state.begunAt <= answered) found.push(state.number)
      if (state.bindingAt <= sent) break
    }
    return found
  }

  get newest(): number | null {
    return this.states.at(-1)?.number ?? null
  }
}

/** Every part of every document, and a stamp that grows whenever what readers may see changes. */
export class History {
  stamp = 0
  private readonly documents = new Map<string, Record<Part, PartHistory>>()

  constructor(names: readonly string[]) {
    for (const name of names) {
      this.documents.set(name, {
        facts: new PartHistory(),
        en: new PartHistory(),
        uk: new PartHistory(),
        tr: new PartHistory(),
      })
    }
  }

  of(document: string, part: Part): PartHistory {
    const found = this.documents.get(document)
    if (!found) throw new Error(`There is no document ${document}.`)
    return found[part]
  }

  /** `graceMs` after the call of `acknowledge` every reader must see it. */
  begin(document: string, changed: Partial<Record<Part, number | null>>, graceMs: number): { acknowledge(): void } {
    this.stamp++
    const now = performance.now()
    const begun = Object.entries(changed).map(([part, number]) => this.of(document, part as Part).begin(number, now))
    const bind = () => {
      this.stamp++
      const at = performance.now()
      for (const one of begun) one.bind(at)
    }
    return { acknowledge: () => (graceMs === 0 ? bind() : void setTimeout(bind, graceMs)) }
  }
}
