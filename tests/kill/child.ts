/** A host that works until it is killed: it saves a crawl and makes edits, and tells what is sure. */
import { createCrawl, type CrawlRequest } from '@shared/crawl'
import { Entry, type Step, waiting } from '@shared/edit'
import { NodeId, nodeId, refOf, relationOf } from '@shared/graph'
import { createRemoteClient, authorizeBasic } from '../../electron/services/remote'
import { runEntry } from '../../electron/services/edit'
import { createWorkspaces } from '../../electron/services/workspace'

const [dataDir = '', origin = '', email = '', token = '', seed = '0'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const client = createRemoteClient({
  apiBase: origin,
  siteOrigin: origin,
  authorization: authorizeBasic(email, token),
  version: 'kill',
})
const workspaces = createWorkspaces(dataDir, `child-${seed}`)
const opened = workspaces.open(origin)
const store = workspaces.writable(opened.info.id)
say(`open ${opened.info.id}`)

const start = NodeId.parse((await client.search('Architecture')).entities[0]?.id)

async function crawl(): Promise<void> {
  const request: CrawlRequest = {
    starts: [start],
    relations: ['link', 'explains'],
    direction: 'both',
    types: ['content'],
    depth: 3,
    budget: { nodes: 300, calls: 600 },
  }
  await createCrawl({
    request,
    concurrency: 4,
    port: {
      find: ({ node, relation, direction, type }, from) =>
        direction === 'out'
          ? client.targets({ relation, source: refOf(node), targetType: type, start: from })
          : client.sources({ relation, target: refOf(node), sourceType: type, start: from }),
      describe: (ids) => client.describe(ids.map(refOf)),
    },
    onEvent: (event) => {
      if (event.kind === 'batch') store.save({ batch: event.batch })
      if (event.kind === 'settled') store.save({ records: [...event.records] })
    },
  }).run()
}

/** One act; told as confirmed only when the host would tell the person. */
async function edit(at: number, others: readonly NodeId[]): Promise<void> {
  const target = others[at % others.length]
  if (target === undefined || target === start) return
  const relation = relationOf(`kill-${seed}-${at}`, start, target)
  const id = `${seed}-${at}`
  const steps: Step[] = [
    waiting({ kind: 'create', relation }),
    ...(at % 3 === 0 ? [waiting({ kind: 'delete' as const, relation }, 0)] : []),
  ]
  const entry = { id, at: new Date().toISOString(), session: seed, person: 'Kill', of: null }
  store.begin(Entry.parse({ ...entry, kind: 'create', title: id, steps, view: null }))
  const run = runEntry({ store, client, concurrency: 2 }, { entry: id, retry: false, force: false })
  for await (const { step } of run) {
    if (step.state === 'confirmed') say(`${step.edit.kind} ${relation.id}`)
  }
}

void crawl().catch(() => undefined)
const others = (await client.search('a')).entities.map((one) => nodeId(one))
say('ready')
for (let at = 0; ; at += 1) await edit(at, others)
