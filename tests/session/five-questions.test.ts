import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { AnswerFile, type AskKind, type Change } from '@shared/ask'
import type { NodeId } from '@shared/graph'
import { exported, type Session } from '../../src/session'
import { runCommand } from '../unit/electron/cli/run-command'
import { newFolder, startSession, startSite } from './start-session'

/** Maps spaces as a person would, to the end. */
async function mapSpaces({ map }: Session, spaces: string[]): Promise<void> {
  await map.start({ ...map.store.getState().chosen, spaces }, null)
  const { run } = map.store.getState()
  if (run.kind !== 'ended') throw new Error(`The map is ${run.kind}`)
}

type Asked = { readonly kind: AskKind; readonly page?: NodeId; readonly by?: Change }

/** The answer that the panel has, as it is saved. */
async function saved({ ask }: Session, { kind, page, by }: Asked) {
  ask.choose({ kind, page: page ?? null, by: by ?? null })
  await expect.poll(() => ask.store.getState().answer?.answer.kind).toBe(kind)
  const { answer } = ask.store.getState()
  if (answer === null) throw new Error('It was not answered')
  return {
    found: answer.answer.found,
    csv: await ask.write(answer, 'csv', '1'),
    text: await ask.write(answer, 'text', '1'),
    file: AnswerFile.parse(JSON.parse(await ask.write(answer, 'json', '1'))),
  }
}

/** The page of two mapped spaces to which most pages link. */
function mostLinked({ graph }: Session): NodeId {
  const counts = new Map<NodeId, number>()
  for (const { relation, target } of graph.store.getState().graph.edges.values())
    if (relation === 'link' && target.startsWith('content:'))
      counts.set(target, (counts.get(target) ?? 0) + 1)
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  if (most === undefined) throw new Error('No page is linked')
  return most[0]
}

it('answers each question about two mapped spaces as the command line does', async () => {
  const { session } = await startSession(await startSite())
  await mapSpaces(session, ['ENG', 'OPS'])
  const stop = session.ask.follow()
  const folder = await newFolder()
  const path = join(folder, 'map.json')
  await writeFile(path, JSON.stringify(exported(session, '1')))
  const page = mostLinked(session)
  const questions: readonly Asked[] = [
    { kind: 'change', page },
    { kind: 'change', page, by: 'delete' },
    ...(['nowhere', 'unreached', 'stale', 'shape'] as const).map((kind) => ({ kind })),
  ]
  for (const question of questions) {
    const here = await saved(session, question)
    expect(here.found, question.kind).toBeGreaterThan(0)
    const args = ['insights', path, '--ask', question.kind]
    if (question.page !== undefined) args.push('--page', question.page)
    if (question.by !== undefined) args.push('--by', question.by)
    const command = async (format: string) => {
      const { code, out } = await runCommand([...args, '--format', format], { dataDir: folder })
      expect(code).toBe(1)
      return out
    }
    expect(await command('csv'), question.kind).toBe(here.csv)
    expect(await command('text'), question.kind).toBe(here.text)
    const { version, asOf, ...there } = AnswerFile.parse(JSON.parse(await command('json')))
    expect([version, asOf].map((one) => typeof one)).toEqual(['string', 'string'])
    expect(here.file).toMatchObject(there)
  }
  stop()
})

it('tells of a graph that was crawled what a map would add', async () => {
  const { session } = await startSession(await startSite())
  const stop = session.ask.follow()
  const { file } = await saved(session, { kind: 'unreached' })
  expect([file.isAnswered, file.notes[0]?.next]).toEqual([
    false,
    'Map a space first; its pages tell what they link to.',
  ])
  stop()
})
