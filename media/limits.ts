/** What a picture may be when it comes in. Each limit is met before memory is spent on what exceeds it. */
export const pictureLimits = {
  bytes: 40 * 1024 * 1024,
  /** Width times height: a 200 KB file can unfold to gigabytes. */
  pixels: 120_000_000,
  /** Seconds that one step of decoding or encoding may take. */
  seconds: 30,
} as const

/** Longest edge of the public picture; the sealed original keeps every pixel. */
export const longestEdge = 4096

/** The stored sizes, by width. A size that would enlarge the picture is left out. */
export const variantTable = [
  { name: 'w320', width: 320, quality: 78 },
  { name: 'w640', width: 640, quality: 78 },
  { name: 'w1280', width: 1280, quality: 80 },
  { name: 'w2048', width: 2048, quality: 80 },
] as const

/**
 * For Payload's reading of forms. It answers 500 where a file is larger than it may be, so it cuts the
 * file off one byte above the limit instead, and the pipeline refuses what is left.
 */
export const formLimits = { abortOnLimit: false, limits: { fileSize: pictureLimits.bytes + 1, files: 1 } }
