import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

/**
 * Payload's own deletion writes SQL that SQLite refuses where nothing meets a condition on a related document, such as whose
 * preference it is: what is not there is looked for first.
 */
export function deleteWhatIsThere(database: SQLiteAdapter): void {
  const { deleteOne, findOne } = database
  const careful: SQLiteAdapter['deleteOne'] = async (args) => {
    const { collection, req, where } = args
    const found = await findOne.call(database, { collection, ...(req && { req }), where })
    return found ? deleteOne.call(database, args) : null
  }
  Object.assign(database, { deleteOne: careful })
}
