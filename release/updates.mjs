/** `npm run release:updates`: joins the lists of the newest version that the Macs have written. */
import { join } from 'node:path'
import { joinLists } from './update-lists.mjs'

joinLists(process.argv[2] ?? join(import.meta.dirname, '../dist'))
