// Each file adds its types to the builder; the order of the list says nothing.
import './types/scalars.ts'
import './types/localized.ts'
import './types/person.ts'
import './types/quote.ts'
import './types/event.ts'
import './types/media.ts'
import './types/organization.ts'
import './types/place.ts'
import './types/source.ts'
import './types/query.ts'
import './types/facets.ts'
import './types/search.ts'
import './types/changes.ts'
import { builder } from './builder.ts'

/** The public schema, built once. */
export const schema = builder.toSchema()
