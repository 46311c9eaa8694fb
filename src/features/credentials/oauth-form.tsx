import { Copy, ExternalLink } from 'lucide-react'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import type { OAuthSignIn, Profile } from '@shared/contract'
import { explain, type Failure } from '@shared/failure'
import { Button, FailureNote, IconButton } from '../../ui'
import type { First } from './connect-form'
import type { Credentials } from './store'

type Step =
  | { kind: 'editing' }
  | { kind: 'starting' }
  | { kind: 'waiting'; authorizeUrl: string }
  | { kind: 'failed'; failure: Failure }

type Props = {
  credentials: Credentials
  first: First
  onConnected: (profile: Profile) => void
}

const usualPort = 43_110
const redirectOf = (port: number) => `http://localhost:${port}/oauth`

/** Signs in through the browser, with an app that the person has made at Atlassian. */
export function OAuthForm({ credentials, first, onConnected }: Props) {
  const [given, setGiven] = useState<OAuthSignIn>({
    site: first.site,
    clientId: '',
    clientSecret: '',
    write: true,
    port: usualPort,
  })
  const [step, setStep] = useState<Step>({ kind: 'editing' })
  const waiting = useRef<AbortController | null>(null)
  useEffect(() => () => waiting.current?.abort(), [])

  const change = (part: Partial<OAuthSignIn>) => {
    setGiven({ ...given, ...part })
    setStep({ kind: 'editing' })
  }
  const begin = async (wanted: OAuthSignIn) => {
    setStep({ kind: 'starting' })
    const begun = await credentials.oauthStart(wanted)
    if (!begun.ok) {
      setStep({ kind: 'failed', failure: begun.failure })
      return
    }
    const stop = new AbortController()
    waiting.current = stop
    setStep({ kind: 'waiting', authorizeUrl: begun.value.authorizeUrl })
    const finished = await credentials.oauthFinish(begun.value.attempt, stop.signal)
    if (stop.signal.aborted) setStep({ kind: 'editing' })
    else if (finished.ok) onConnected(finished.value)
    else setStep({ kind: 'failed', failure: finished.failure })
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    void begin(given)
  }
  const complete = given.site !== '' && given.clientId !== '' && given.clientSecret !== ''
  return (
    <form className="connect-form" onSubmit={submit} autoComplete="off">
      <OAuthFields given={given} isKnown={first.site !== ''} onChange={change} />
      {step.kind === 'failed' && (
        <Failed
          failure={step.failure}
          onConfirm={(confirmedHost) => {
            const confirmed = { ...given, confirmedHost }
            setGiven(confirmed)
            void begin(confirmed)
          }}
        />
      )}
      {step.kind === 'waiting' ? (
        <Waiting authorizeUrl={step.authorizeUrl} onCancel={() => waiting.current?.abort()} />
      ) : (
        <div className="row row--end">
          <Button
            look="main"
            type="submit"
            disabled={!complete}
            aria-disabled={step.kind === 'starting'}
          >
            {step.kind === 'starting' ? 'Preparing…' : 'Sign in'}
          </Button>
        </div>
      )}
    </form>
  )
}

type FieldsProps = {
  given: OAuthSignIn
  /** The site was signed in to before: the keyboard begins at what is lacking. */
  isKnown: boolean
  onChange: (part: Partial<OAuthSignIn>) => void
}

function OAuthFields({ given, isKnown, onChange }: FieldsProps) {
  const redirectUri = redirectOf(given.port)
  const text = (label: string, key: 'site' | 'clientId' | 'clientSecret', type = 'text') => (
    <label className="field">
      <span>{label}</span>
      <input
        className="text-input"
        type={type}
        value={given[key]}
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        spellCheck={false}
        autoFocus={isKnown && key === 'clientId'}
        onChange={({ target }) => onChange({ [key]: target.value })}
      />
    </label>
  )
  return (
    <>
      {text('Site address', 'site')}
      {text('Client id', 'clientId')}
      {text('Client secret', 'clientSecret', 'password')}
      <label className="field">
        <span>Port on this machine</span>
        <input
          className="text-input"
          type="number"
          min={1024}
          max={65_535}
          value={given.port}
          onChange={({ target }) => onChange({ port: Number(target.value) })}
        />
      </label>
      <p className="hint">
        Make an app of the kind OAuth 2.0 at developer.atlassian.com and register this callback
        address for it: <code>{redirectUri}</code>{' '}
        <IconButton
          label="Copy the callback address"
          onClick={() => void navigator.clipboard.writeText(redirectUri)}
        >
          <Copy size={13} aria-hidden />
        </IconButton>
      </p>
      <label className="check">
        <input
          type="checkbox"
          checked={given.write}
          onChange={({ target }) => onChange({ write: target.checked })}
        />
        Also create and delete relations
      </label>
    </>
  )
}

function Waiting({ authorizeUrl, onCancel }: { authorizeUrl: string; onCancel: () => void }) {
  return (
    <div className="stack" role="status">
      <p>Atlassian asks in your browser whether this app may act for you.</p>
      <div className="row row--wrap">
        <a className="button button--main" href={authorizeUrl} target="_blank" rel="noreferrer">
          Continue in your browser <ExternalLink size={14} aria-hidden />
        </a>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      <p className="hint">Waiting for your answer there…</p>
    </div>
  )
}

type FailedProps = { failure: Failure; onConfirm: (host: string) => void }

function Failed({ failure, onConfirm }: FailedProps) {
  const host = failure.kind === 'unconfirmed-host' ? failure.host : null
  return (
    <>
      <FailureNote {...explain(failure)} />
      {host !== null && (
        <Button onClick={() => onConfirm(host)}>{host} is our Confluence Cloud site</Button>
      )}
    </>
  )
}
