/** What a public file of a picture shows, and in which format: as the pipeline makes them, the record names them and the schema offers them. */
export const pictureCrops = ['whole', 'square', 'portrait', 'wide', 'social'] as const
export type PictureCrop = (typeof pictureCrops)[number]

export const pictureFormats = ['avif', 'webp', 'jpeg', 'png'] as const
export type PictureFormat = (typeof pictureFormats)[number]
