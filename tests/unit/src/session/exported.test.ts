import { expect, it } from 'vitest'
import type { Unresolved } from '@shared/graph'
import { exported } from '../../../../src/session'
import { startProgram } from './two-pages'

const open = (names: string): Unresolved => ({
  ...{ source: 'content:1', relation: 'link', names, state: 'not-seen' },
})

it('exports what pages name in vain, as the workspace was found and as others map it', async () => {
  const program = startProgram()
  const { session } = program.openPage()
  expect(exported(session, '1')).not.toHaveProperty('unresolved')
  const { client, profile, workspace } = session
  const save = (n: number, anew: boolean, names: string) =>
    client.workspace.save({
      ...{ profile: profile.id, workspace: workspace.store.getState().id },
      ...{ change: { unresolved: { anew, list: [open(names)] } }, by: { page: 'other', n } },
    })
  await save(1, true, 'A:One')
  await save(2, false, 'A:Two')
  const both = [open('A:One'), open('A:Two')]
  await expect.poll(() => exported(session, '1').unresolved).toEqual(both)
  expect(exported(program.openPage().session, '1').unresolved).toEqual(both)
  await save(3, true, 'A:Three')
  await expect.poll(() => exported(session, '1').unresolved).toEqual([open('A:Three')])
})
