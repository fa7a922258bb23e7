import type { PictureCrop, PictureFormat } from '#base/pictureCopies.ts'

/** What a picture may be when it comes in, and what reading it may take. Each limit is met before memory is spent on what exceeds it. */
export const pictureLimits = {
  bytes: 40 * 1024 * 1024,
  /** Width times height: a 200 KB file can unfold to gigabytes. */
  pixels: 120_000_000,
  /** From the start of its process to the last public file. */
  seconds: 90,
  /** Of the process that decodes and encodes: its resident memory. */
  memoryBytes: 1280 * 1024 * 1024,
  /** Processes at once. One uses all cores as it is; a second would only double the memory. */
  atOnce: 1,
  /** Pictures that wait for their turn; each holds its bytes in memory. */
  waiting: 12,
} as const

/** Longest edge of the public picture; the sealed original keeps every pixel. */
export const longestEdge = 4096

/** Every width that a public copy may have. A copy never enlarges. */
const widths = [320, 480, 640, 960, 1280, 1920] as const
type Width = (typeof widths)[number]

export type CopyRow = {
  /** Width by height; null keeps the picture's own. */
  ratio: number | null
  widths: readonly Width[]
  /** What is see-through has PNG in place of JPEG, which would fill it with black. */
  formats: readonly Exclude<PictureFormat, 'png'>[]
}

/** The public copies of each picture beside its main file. `npm run holos -- media remake` makes those of pictures that are there already. */
export const copyTable = {
  whole: { ratio: null, widths, formats: ['avif', 'webp', 'jpeg'] },
  square: { ratio: 1, widths: [320, 640, 960], formats: ['avif', 'jpeg'] },
  portrait: { ratio: 4 / 5, widths: [320, 640, 960], formats: ['avif', 'jpeg'] },
  wide: { ratio: 16 / 9, widths: [640, 1280, 1920], formats: ['avif', 'jpeg'] },
  social: { ratio: 1.91, widths: [1280], formats: ['jpeg'] },
} as const satisfies { readonly [Crop in PictureCrop]: CopyRow }

/**
 * For Payload's reading of forms. It answers 500 where a file is larger than it may be, so it cuts the
 * file off one byte above the limit instead, and the pipeline refuses what is left.
 */
export const formLimits = { abortOnLimit: false, limits: { fileSize: pictureLimits.bytes + 1, files: 1 } }
