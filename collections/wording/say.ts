/** Text of the admin in its four languages. */
export type Said = { en: string; uk: string; ru: string; tr: string }

export function say(en: string, uk: string, ru: string, tr: string): Said {
  return { en, uk, ru, tr }
}

/** What a field is called and what belongs in it; `row` names one of its rows. */
export type FieldWording = { label: Said; help: Said; row?: Said }

export type Wording = {
  singular: Said
  plural: Said
  /** What this kind of document is for. */
  help: Said
  tabs?: { readonly [tab: string]: FieldWording }
  /** By path: `name.given`. */
  fields: { readonly [path: string]: FieldWording }
}
