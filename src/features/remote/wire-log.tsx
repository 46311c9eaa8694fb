import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Profile, WireCall } from '@shared/contract'
import { counted, holding } from '@shared/text'
import { Dialog, IconButton } from '../../ui'
import { asCurl } from './curl'
import { callsMade, type Remote } from './store'

type Props = {
  open: boolean
  onClose: () => void
  remote: Remote
  profile: Profile
}

/** Rows that are drawn at most; the newest come first. */
const shown = 300

/** Every call to Confluence: what, how it ended, how long it took, which try it was. */
export function WireLog({ open, onClose, remote, profile }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Calls to Confluence"
      description="Newest first. No token is kept here: a copied line has a variable in its place."
      wide
    >
      {open && <Calls remote={remote} profile={profile} />}
    </Dialog>
  )
}

function Calls({ remote, profile }: Pick<Props, 'remote' | 'profile'>) {
  const calls = useStore(remote.store, (state) => state.calls)
  const [text, setText] = useState('')
  const [onlyBad, setOnlyBad] = useState(false)
  const [said, setSaid] = useState('')
  const rows = matching(calls, text, onlyBad)

  const copy = (call: WireCall) => {
    void navigator.clipboard.writeText(asCurl(call, profile)).then(
      () => setSaid(`Call ${call.id} is copied. ${whereFrom(profile)}`),
      () => setSaid('The call could not be copied.'),
    )
  }
  return (
    <div className="wire">
      <div className="row row--wrap">
        <input
          className="text-input wire__find"
          aria-label="Find in the calls"
          placeholder="Part of a path, a status…"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={onlyBad}
            onChange={({ target }) => setOnlyBad(target.checked)}
          />
          Only those that failed
        </label>
        <span className="hint">{shownWords(rows.length, calls)}</span>
      </div>
      <p className="hint" role="status">
        {said}
      </p>
      <div className="wire__scroll" tabIndex={0} role="region" aria-label="List of calls">
        <table className="wire__table">
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Call</th>
              <th scope="col">Status</th>
              <th scope="col">ms</th>
              <th scope="col">Try</th>
              <th scope="col">
                <span className="visually-hidden">Copy</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((call) => (
              <tr key={call.id} className={call.outcome === 'ok' ? '' : 'wire__bad'}>
                <td>{call.at.slice(11, 23)}</td>
                <td className="wire__call">
                  <strong>{call.method}</strong> {pathOf(call.url)}
                </td>
                <td>{statusWords(call)}</td>
                <td className="wire__number">{Math.round(call.ms)}</td>
                <td className="wire__number">{call.attempt}</td>
                <td>
                  <IconButton label={`Copy call ${call.id} as curl`} onClick={() => copy(call)}>
                    <Copy size={14} aria-hidden />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="hint">No call to show.</p>}
        {rows.length > shown && (
          <p className="hint">
            The {shown} newest of {rows.length.toLocaleString('en')} are listed; narrow the search
            to see others.
          </p>
        )}
      </div>
    </div>
  )
}

/** `12 of 12 calls`; older calls than so many are dropped, and counted all the same. */
export function shownWords(shown: number, calls: readonly WireCall[]): string {
  const [rows, all] = [shown.toLocaleString('en'), counted(callsMade({ calls }), 'call')]
  return calls.length === callsMade({ calls })
    ? `${rows} of ${all}`
    : `${rows} of the last ${calls.length.toLocaleString('en')}, ${all} in all`
}

const whereFrom = ({ signIn }: Pick<Profile, 'signIn'>): string =>
  signIn === 'oauth'
    ? 'Before you run it, set CONFLUENCE_TOKEN to an access token of your app: exchange a code for one at auth.atlassian.com/oauth/token. It lasts an hour.'
    : 'Before you run it, set CONFLUENCE_TOKEN to your API token.'

const statusWords = ({ status, outcome }: WireCall): string =>
  outcome === 'ok' ? String(status) : status === null ? outcome : `${status} ${outcome}`

/** Path and query as people read them. */
export function pathOf(url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/]+/, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

export function matching(
  calls: readonly WireCall[],
  text: string,
  onlyBad: boolean,
): readonly WireCall[] {
  const holds = holding(text)
  return calls
    .filter(
      (call) =>
        (!onlyBad || call.outcome !== 'ok') &&
        holds(`${call.method} ${pathOf(call.url)} ${statusWords(call)}`),
    )
    .toReversed()
}
