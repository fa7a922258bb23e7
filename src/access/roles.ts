export const roleNames = ['admin', 'editor', 'translator', 'reader'] as const
export type Role = (typeof roleNames)[number]
