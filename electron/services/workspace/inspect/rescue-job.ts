import { join } from 'node:path'
import Database from 'libsql'
import { z } from 'zod'
import { applicationId, migrate, migrations, schemaVersion } from '../schema'

const Column = z.object({ name: z.string(), type: z.string() })

/**
 * What a child has to know of our tables to take rows out of a damaged file: how they are made, and
 * files as this program makes them, one new and one written anew, whose first pages say where each
 * table is. `folder` holds those two.
 */
export function rescueJob(folder: string) {
  const fresh = join(folder, 'fresh')
  const rewritten = join(folder, 'rewritten')
  const db = new Database(fresh)
  try {
    // Gone when the job is done, so it need not outlive a power cut.
    db.pragma('synchronous = OFF')
    migrate(db, 0)
    db.prepare('vacuum into ?').run(rewritten)
    return {
      ddl: [...migrations, marks].join('\n'),
      tables: tablesOf(db),
      templates: [fresh, rewritten],
    }
  } finally {
    db.close()
  }
}

const marks = `pragma user_version = ${schemaVersion}; pragma application_id = ${applicationId};`

/** A number that stands for the order of rows is given anew. */
const isOwnNumber = (table: string, column: string): boolean =>
  table === 'entries' && column === 'seq'

const tablesOf = (db: Database.Database) =>
  z
    .array(z.object({ name: z.string() }))
    .parse(db.prepare("select name from sqlite_schema where type = 'table'").all())
    .map(({ name }) => ({
      name,
      columns: z
        .array(Column)
        .parse(db.prepare('select name, type from pragma_table_info(?)').all(name))
        .filter((column) => !isOwnNumber(name, column.name))
        .map((column) => ({
          name: column.name,
          kind: column.type.toLowerCase() === 'text' ? 'text' : 'number',
        })),
    }))
