import type { DemoDocument } from './content.ts'
import { events } from './events.ts'
import { media } from './media.ts'
import { organizations } from './organizations.ts'
import { people } from './people.ts'
import { places } from './places.ts'
import { quotes } from './quotes.ts'
import { sourceDocuments } from './sources.ts'

/** The whole demo, in an order in which most documents find those they name. */
export const demoDocuments: readonly DemoDocument[] = [
  ...organizations,
  ...places,
  ...sourceDocuments,
  ...media,
  ...people,
  ...events,
  ...quotes,
]
