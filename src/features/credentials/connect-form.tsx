import { type SyntheticEvent, useState } from 'react'
import type { Profile, SecretStore, SignIn } from '@shared/contract'
import { explain, type Failure } from '@shared/failure'
import { isolated } from '@shared/text'
import { Button, FailureNote } from '../../ui'
import { ScopesHint } from './scopes-hint'
import type { Credentials } from './store'

/** What a connection begins with; of one that is known, only what proves who it is has to be given. */
export type First = {
  readonly site: string
  readonly email: string
  readonly way: 'token' | 'oauth'
}

type Step =
  | { kind: 'editing' }
  | { kind: 'asking'; what: 'test' | 'add' }
  | { kind: 'passed'; sentence: string }
  | { kind: 'failed'; failure: Failure }

type Props = {
  credentials: Credentials
  secrets: SecretStore | null
  first: First
  onConnected: (profile: Profile) => void
}

/** Site, email and token; Test says in words what is wrong, and nothing typed is lost. */
export function ConnectForm({ credentials, secrets, first, onConnected }: Props) {
  const [signIn, setSignIn] = useState<SignIn>({
    site: first.site,
    email: first.email,
    token: '',
  })
  const [step, setStep] = useState<Step>({ kind: 'editing' })
  const complete = signIn.site !== '' && signIn.email !== '' && signIn.token !== ''
  const asking = step.kind === 'asking'

  const change = (part: Partial<SignIn>) => {
    setSignIn({ ...signIn, ...part })
    setStep({ kind: 'editing' })
  }
  const test = async (given: SignIn = signIn) => {
    if (asking) return
    setStep({ kind: 'asking', what: 'test' })
    const result = await credentials.test(given)
    setStep(
      result.ok
        ? { kind: 'passed', sentence: passedWords(result.value) }
        : { kind: 'failed', failure: result.failure },
    )
  }
  const add = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (asking) return
    setStep({ kind: 'asking', what: 'add' })
    const result = await credentials.add(signIn)
    if (!result.ok) {
      setStep({ kind: 'failed', failure: result.failure })
      return
    }
    setSignIn({ ...signIn, token: '' })
    onConnected(result.value)
  }

  return (
    <form className="connect-form" onSubmit={(event) => void add(event)} autoComplete="off">
      <label className="field">
        <span>Site address</span>
        <input
          className="text-input"
          placeholder="your-team.atlassian.net"
          value={signIn.site}
          onChange={({ target }) => change({ site: target.value })}
          spellCheck={false}
        />
      </label>
      <label className="field">
        <span>Email</span>
        <input
          className="text-input"
          type="email"
          value={signIn.email}
          onChange={({ target }) => change({ email: target.value })}
        />
      </label>
      <label className="field">
        <span>API token</span>
        <input
          className="text-input"
          type="password"
          autoComplete="new-password"
          autoFocus={first.site !== ''}
          value={signIn.token}
          onChange={({ target }) => change({ token: target.value })}
        />
        <span className="hint">
          Make one at id.atlassian.com, under Security, API tokens. It goes to {placeOf(secrets)}{' '}
          and to your site, and nowhere else.
        </span>
      </label>
      <ScopesHint />
      {secrets?.kind === 'memory' && (
        <p className="hint hint--strong">
          {secrets.reason} So tokens are kept until the program ends, and you will be asked for them
          again next time.
        </p>
      )}
      <Outcome
        step={step}
        onConfirm={(confirmedHost) => {
          const confirmed = { ...signIn, confirmedHost }
          setSignIn(confirmed)
          void test(confirmed)
        }}
      />
      <div className="row row--end">
        <Button onClick={() => void test()} disabled={!complete} aria-disabled={asking}>
          {asking && step.what === 'test' ? 'Testing…' : 'Test'}
        </Button>
        <Button look="main" type="submit" disabled={!complete} aria-disabled={asking}>
          {asking && step.what === 'add' ? 'Connecting…' : 'Connect'}
        </Button>
      </div>
    </form>
  )
}

function placeOf(secrets: SecretStore | null): string {
  if (secrets === null) return 'your system’s keychain, where there is one,'
  return secrets.kind === 'memory' ? 'memory for this session' : 'your system’s keychain'
}

/** Which kind of token it is, and what it may do, in one line. */
function passedWords({
  account,
  site,
  signIn,
  access,
}: Pick<Profile, 'account' | 'site' | 'signIn' | 'access'>): string {
  const kind = signIn === 'scoped-token' ? ' with a scoped token' : ''
  const limit = access === 'read-only' ? ' It may only read: nothing can be changed with it.' : ''
  return `It works: ${isolated(account.name)} on ${site}${kind}.${limit}`
}

type OutcomeProps = { step: Step; onConfirm: (host: string) => void }

function Outcome({ step, onConfirm }: OutcomeProps) {
  const host =
    step.kind === 'failed' && step.failure.kind === 'unconfirmed-host' ? step.failure.host : null
  return (
    <>
      <div aria-live="polite">
        {step.kind === 'passed' && <p className="good-note">{step.sentence}</p>}
      </div>
      {step.kind === 'failed' && <FailureNote {...explain(step.failure)} />}
      {host !== null && (
        <Button onClick={() => onConfirm(host)}>{host} is our Confluence Cloud site</Button>
      )}
    </>
  )
}
