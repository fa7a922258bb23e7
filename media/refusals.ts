import { CallerError } from '#base/errors.ts'
import { isMessageKey, message } from '#messages/message.ts'
import { pictureLimits } from './limits.ts'

const values = {
  megabytes: Math.round(pictureLimits.bytes / 1024 / 1024),
  megapixels: Math.round(pictureLimits.pixels / 1_000_000),
  seconds: pictureLimits.seconds,
}

/** Why a file is not taken: the messages `media.refused`. */
export type PictureRefusal =
  | 'PICTURE_MISSING'
  | 'PICTURE_TOO_LARGE'
  | 'PICTURE_TOO_MANY_PIXELS'
  | 'PICTURE_UNREADABLE'
  | 'PICTURE_IS_SVG'
  | 'PICTURE_IS_RAW'
  | 'RECORDING_NOT_TAKEN'
  | 'PICTURE_TYPE_UNKNOWN'
  | 'ONE_PICTURE_EACH'
  | 'PICTURE_FILES_GONE'
  | 'CREDIT_TOO_LONG'
  | 'ORIGINAL_NEEDED'
  | 'FACES_UNREADABLE'
  | 'PICTURE_TOO_SLOW'
  | 'PICTURE_TOO_HUNGRY'
  | 'PICTURE_READER_FAILED'
  | 'PICTURES_WAITING'

export function refusePicture(code: PictureRefusal): CallerError {
  return new CallerError(code, code === 'PICTURES_WAITING' ? 503 : 400, message('en', `media.refused.${code}`, values))
}

/** A refusal in a language of the admin. */
export function refusalIn(language: string, { code, message: english }: CallerError): string {
  const key = `media.refused.${code}`
  return isMessageKey(key) ? message(language, key, values) : english
}
