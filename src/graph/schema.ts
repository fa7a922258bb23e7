// Each file adds its types to the builder; the order of the list says nothing.
import './types/values/scalars.ts'
import './types/documents/localized.ts'
import './types/people/person.ts'
import './types/documents/quote.ts'
import './types/documents/event.ts'
import './types/documents/media.ts'
import './types/documents/organization.ts'
import './types/documents/place.ts'
import './types/documents/source.ts'
import './types/query.ts'
import './types/lists/facets.ts'
import './types/lists/search.ts'
import './types/lists/changes.ts'
import { builder } from './types/builder.ts'

/** The public schema, built once. */
export const schema = builder.toSchema()
