import { CallerError } from '#base/errors.ts'
import { pictureLimits } from './limits.ts'

const megabytes = Math.round(pictureLimits.bytes / 1024 / 1024)
const megapixels = Math.round(pictureLimits.pixels / 1_000_000)

/** Why a file is not taken, in the languages of the studio. */
export const pictureRefusals = {
  PICTURE_MISSING: {
    en: 'Choose a picture to upload.',
    uk: 'Виберіть зображення для завантаження.',
    ru: 'Выберите изображение для загрузки.',
    tr: 'Yüklenecek bir resim seçin.',
  },
  PICTURE_TOO_LARGE: {
    en: `The file is too large: at most ${megabytes} MB.`,
    uk: `Файл завеликий: щонайбільше ${megabytes} МБ.`,
    ru: `Файл слишком велик: не более ${megabytes} МБ.`,
    tr: `Dosya çok büyük: en fazla ${megabytes} MB.`,
  },
  PICTURE_TOO_MANY_PIXELS: {
    en: `The picture has too many pixels: at most ${megapixels} million.`,
    uk: `У зображенні забагато пікселів: щонайбільше ${megapixels} мільйонів.`,
    ru: `В изображении слишком много пикселей: не более ${megapixels} миллионов.`,
    tr: `Resimde çok fazla piksel var: en fazla ${megapixels} milyon.`,
  },
  PICTURE_UNREADABLE: {
    en: 'The picture is damaged or incomplete and cannot be read.',
    uk: 'Зображення пошкоджене або неповне, його неможливо прочитати.',
    ru: 'Изображение повреждено или неполно, его невозможно прочитать.',
    tr: 'Resim bozuk ya da eksik; okunamıyor.',
  },
  PICTURE_IS_SVG: {
    en: 'SVG files can contain programs and are not taken. Export the picture as PNG.',
    uk: 'SVG-файли можуть містити програмний код, тому їх не приймають. Експортуйте зображення як PNG.',
    ru: 'SVG-файлы могут содержать программный код, поэтому не принимаются. Экспортируйте изображение в PNG.',
    tr: 'SVG dosyaları program içerebileceği için kabul edilmez. Resmi PNG olarak dışa aktarın.',
  },
  PICTURE_IS_HEIC: {
    en: 'HEIC pictures cannot be read here. Export the picture as JPEG.',
    uk: 'Зображення HEIC тут прочитати неможливо. Експортуйте його як JPEG.',
    ru: 'Изображения HEIC здесь прочитать невозможно. Экспортируйте его в JPEG.',
    tr: 'HEIC resimleri burada okunamıyor. Resmi JPEG olarak dışa aktarın.',
  },
  RECORDING_NOT_TAKEN: {
    en: 'Sound and video cannot be uploaded, only pictures.',
    uk: 'Завантажувати можна лише зображення, а не звук чи відео.',
    ru: 'Загружать можно только изображения, а не звук или видео.',
    tr: 'Ses ve video yüklenemez, yalnızca resim yüklenebilir.',
  },
  PICTURE_TYPE_UNKNOWN: {
    en: 'This is no picture that can be read here. JPEG, PNG, WebP, AVIF and GIF are taken.',
    uk: 'Це не зображення, яке тут можна прочитати. Приймаються JPEG, PNG, WebP, AVIF і GIF.',
    ru: 'Это не изображение, которое здесь можно прочитать. Принимаются JPEG, PNG, WebP, AVIF и GIF.',
    tr: 'Bu, burada okunabilen bir resim değil. JPEG, PNG, WebP, AVIF ve GIF kabul edilir.',
  },
  ONE_PICTURE_EACH: {
    en: 'A file belongs to one document. Upload it to each document separately.',
    uk: 'Файл належить одному документу. Завантажте його до кожного документа окремо.',
    ru: 'Файл принадлежит одному документу. Загрузите его в каждый документ отдельно.',
    tr: 'Bir dosya tek bir belgeye aittir. Her belgeye ayrı ayrı yükleyin.',
  },
} as const satisfies Record<string, { en: string } & Record<string, string>>

export type PictureRefusal = keyof typeof pictureRefusals

export function refusePicture(code: PictureRefusal): CallerError {
  return new CallerError(code, 400, pictureRefusals[code].en)
}

/** The sentence in a language of the studio, English where it has none. */
export function refusalText(code: string, language: string): string | undefined {
  const texts: Record<string, string> | undefined = pictureRefusals[code as PictureRefusal]
  return texts?.[language] ?? texts?.en
}
