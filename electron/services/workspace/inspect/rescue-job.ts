import Database from 'libsql'
import { z } from 'zod'
import { applicationId, migrate, migrations, schemaVersion } from '../schema'

const Column = z.object({ name: z.string(), type: z.string() })

/** What a child has to know of our tables to take rows out of a damaged file. */
export type RescueJob = ReturnType<typeof readOurTables>
let known: RescueJob | null = null
export const rescueJob = (): RescueJob => (known ??= readOurTables())

function readOurTables() {
  const db = new Database(':memory:')
  try {
    migrate(db, 0)
    return { ddl: [...migrations, marks].join('\n'), tables: tablesOf(db) }
  } finally {
    db.close()
  }
}

const marks = `pragma user_version = ${schemaVersion}; pragma application_id = ${applicationId};`

const parts = 'view|crawl|draft|words|map|unresolved'
/** How the first text of a row looks, where rows of several tables are made of the same values. */
const signs: Readonly<Record<string, string>> = {
  meta: `^(?!(${parts})$)[^:]*$`,
  parts: '^[^:]*$',
  nodes: ':',
}

/** What only stands in the data of some tables, whose rows else look like those of others. */
const marksOf: Readonly<Record<string, string>> = {
  map_pages: '"marks":\\[',
  map_lists: '"ended":(true|false)',
  map_found: '"seen":(true|false)',
}

/** A number that stands for the order of rows is given anew. */
const isOwnNumber = (table: string, column: string): boolean =>
  table === 'entries' && column === 'seq'

const kindOf = (table: string, { name, type }: z.infer<typeof Column>) =>
  isOwnNumber(table, name) ? 'own' : type.toLowerCase() === 'text' ? 'text' : 'number'

const tablesOf = (db: Database.Database) =>
  z
    .array(z.object({ name: z.string(), sql: z.string() }))
    .parse(db.prepare("select name, sql from sqlite_schema where type = 'table'").all())
    .map(({ name, sql }) => ({
      name,
      sql,
      sign: signs[name] ?? '',
      mark: marksOf[name] ?? '',
      columns: z
        .array(Column)
        .parse(db.prepare('select name, type from pragma_table_info(?)').all(name))
        .map((column) => ({ name: column.name, kind: kindOf(name, column) })),
    }))
