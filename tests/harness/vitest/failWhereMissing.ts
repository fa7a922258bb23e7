import { inject } from 'vitest'

const missing = inject('missing')
if (missing) throw new Error(missing)
