import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Profile } from '@shared/contract'
import { explain } from '@shared/failure'
import { pageRelations, priceOfMap } from '@shared/map'
import { Button, Dialog, FailureNote, useTellAtRest } from '../../ui'
import type { Remote } from '../remote'
import { SpaceList } from './space-list'
import { choicesOf } from './spaces'
import type { Chosen, MapModel } from './store'
import { useCount, useSpaces } from './use-spaces'
import { priceWords, relationWords } from './words'

type Props = {
  open: boolean
  onClose: () => void
  profile: Profile
  map: MapModel
  remote: Remote
  /** Spaces of drawn nodes: their names by key. */
  drawn: () => ReadonlyMap<string, string>
}

/** “Map spaces”: which ones, what is read there, and what it costs. */
export function MapDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Map spaces"
      description="Reads the pages of whole spaces in few calls, and draws what stands in them: links, the page tree, includes, mentions."
      wide
    >
      {open && <Body {...rest} onClose={onClose} />}
    </Dialog>
  )
}

function Body({ profile, map, remote, drawn, onClose }: Omit<Props, 'open'>) {
  const chosen = useStore(map.store, (state) => state.chosen)
  const isBusy = useStore(map.store, ({ run }) => run.kind === 'active')
  const asked = useSpaces(map.ask)
  const pages = useCount(map.ask, chosen.spaces)
  const spaces = asked.kind === 'here' ? asked.spaces : null
  const [own] = useState(drawn)
  const choices = useMemo(() => choicesOf(spaces ?? [], own), [spaces, own])
  const missing = whyNot(chosen, isBusy)
  const price = missing ?? priceOf(pages, { chosen, profile, remote })
  // The pace of other calls changes it, too: what is heard is what was chosen.
  useTellAtRest(JSON.stringify([chosen, pages]), price)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (missing !== null) return
        void map.start(chosen, pages ?? null)
        onClose()
      }}
    >
      <SpaceList
        choices={choices}
        chosen={chosen.spaces}
        onChosen={(keys) => map.choose({ spaces: [...keys] })}
      />
      <p className="hint" role="status">
        {asked.kind === 'asking' && 'Asking for the spaces of this site…'}
        {asked.kind === 'here' && asked.more && 'There are more spaces: add them by their keys.'}
      </p>
      {asked.kind === 'failed' && <FailureNote {...explain(asked.failure)} />}
      <Relations chosen={chosen} onChosen={map.choose} />
      <label className="field">
        <span className="field__label">Former hosts of this site, separated by commas</span>
        <input
          className="text-input"
          placeholder="old-name.atlassian.net"
          defaultValue={chosen.formerHosts.join(', ')}
          onChange={({ target }) => map.choose({ formerHosts: hostsIn(target.value) })}
        />
      </label>
      <p className="estimate">{price}</p>
      <div className="row">
        <Button look="main" type="submit" disabled={missing !== null}>
          Start map
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}

type RelationsProps = { chosen: Chosen; onChosen: (part: Partial<Chosen>) => void }

function Relations({ chosen: { relations }, onChosen }: RelationsProps) {
  return (
    <fieldset className="facet">
      <legend>Read from pages</legend>
      <div className="checks">
        {pageRelations.map((name) => (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={relations.includes(name)}
              onChange={({ target }) =>
                onChosen({
                  relations: pageRelations.filter((one) =>
                    one === name ? target.checked : relations.includes(one),
                  ),
                })
              }
            />
            {relationWords[name]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function whyNot({ spaces, relations }: Chosen, isBusy: boolean): string | null {
  if (isBusy) return 'A map is running: stop it first.'
  if (spaces.length === 0) return 'Choose at least one space.'
  return relations.length === 0 ? 'Choose at least one relation to read.' : null
}

function priceOf(
  pages: number | null | undefined,
  { chosen, profile, remote }: { chosen: Chosen; profile: Profile; remote: Remote },
): string {
  if (pages === undefined) return 'Counting pages…'
  if (pages === null) return 'This site did not say how many pages there are: 250 are read a call.'
  const { concurrency } = profile
  const spaces = chosen.spaces.length
  return priceWords(priceOfMap({ pages, spaces, concurrency }, remote.store.getState().calls))
}

const hostsIn = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((host) => host.replace(/^https?:\/\//, '').replace(/\/.*$/, ''))
    .filter((host) => host !== '')
