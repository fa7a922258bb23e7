/** Who may not look. These codes are of the preview alone: delivery asks nobody who they are. */
const codes = { UNAUTHENTICATED: 401, FORBIDDEN: 403 } as const

export class PreviewRefused extends Error {
  override name = 'PreviewRefused'
  readonly code: keyof typeof codes
  readonly status: number

  constructor(code: keyof typeof codes, message: string) {
    super(message)
    this.code = code
    this.status = codes[code]
  }
}
