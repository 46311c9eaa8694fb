/** A program that changes the lists that a window, a second one and the command line share. */
import { once } from 'node:events'
import { createProfiles, type StoredProfile } from '../../electron/services/credentials'
import { createVocabularies } from '../../electron/services/workspace'

const [dataDir = '', name = '', count = '0'] = process.argv.slice(2)
const silent = () => undefined
const say = (line: string) => process.stdout.write(`${line}\n`)
const profile = (id: string): StoredProfile => ({
  id,
  kind: 'site',
  site: 'https://example.atlassian.net',
  email: 'me@example.com',
  signIn: 'token',
  access: 'read-write',
  concurrency: 4,
  account: { key: id, name: 'Me' },
  relations: [],
  apiBase: 'https://example.atlassian.net',
})

say('ready')
await once(process.stdin, 'data')
process.stdin.destroy()
const profiles = await createProfiles(dataDir, silent)
const vocabularies = createVocabularies(dataDir, silent)
await vocabularies.read('shared')
for (let at = 0; at < Number(count); at += 1) {
  const id = `${name}-${at}`
  await profiles.put(profile(id))
  await vocabularies.change('shared', { put: [{ item: { name: id } }] })
  say(`kept ${id}`)
}
