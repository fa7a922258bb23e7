import type { Payload, PayloadRequest } from 'payload'

/** The studio that is asked, and the request whose transaction reads and writes belong to, if there is one. */
export type RequestScope = { payload: Payload; req?: PayloadRequest }
