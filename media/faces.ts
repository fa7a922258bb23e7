/** A region of a picture, in fractions 0 to 1 of the upright picture; x and y are its upper left corner. */
export type Face = { id: string; x: number; y: number; width: number; height: number }
