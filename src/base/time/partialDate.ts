/** How finely a date is known, an interval and a set by what they are. */
export const datePrecisions = ['day', 'month', 'season', 'year', 'decade', 'century', 'interval', 'set'] as const

/** An EDTF string with its bounds as calendar dates (`2018-05-01`); null where a side is open or unknown. */
export type PartialDate = {
  edtf: string
  earliest: string | null
  latest: string | null
  precision: (typeof datePrecisions)[number]
}
