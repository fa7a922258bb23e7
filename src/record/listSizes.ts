/**
 * The most items that a list of a form holds. Forms refuse more, and a public request pays for as many: its cost is known
 * before it runs.
 */
export const mostItems = {
  about: 10,
  alternateNames: 20,
  charges: 20,
  media: 10,
  occupations: 20,
  participants: 60,
  personsShown: 20,
  recognitions: 20,
  relations: 20,
  sources: 10,
} as const
export type ListName = keyof typeof mostItems
