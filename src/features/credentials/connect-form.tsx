import { type SyntheticEvent, useState } from 'react'
import type { Profile, SecretStore, SignIn } from '@shared/contract'
import { explain, type Failure } from '@shared/failure'
import { Button, FailureNote } from '../../ui'
import type { Credentials } from './store'

type Step =
  | { kind: 'editing' }
  | { kind: 'asking'; what: 'test' | 'add' }
  | { kind: 'passed'; name: string; site: string }
  | { kind: 'failed'; failure: Failure }

type Props = {
  credentials: Credentials
  secrets: SecretStore | null
  onConnected: (profile: Profile) => void
}

/** Site, email and token; Test says in words what is wrong, and nothing typed is lost. */
export function ConnectForm({ credentials, secrets, onConnected }: Props) {
  const [signIn, setSignIn] = useState<SignIn>({ site: '', email: '', token: '' })
  const [step, setStep] = useState<Step>({ kind: 'editing' })
  const complete = signIn.site !== '' && signIn.email !== '' && signIn.token !== ''
  const asking = step.kind === 'asking'

  const change = (part: Partial<SignIn>) => {
    setSignIn({ ...signIn, ...part })
    setStep({ kind: 'editing' })
  }
  const test = async () => {
    setStep({ kind: 'asking', what: 'test' })
    const result = await credentials.test(signIn)
    setStep(
      result.ok
        ? { kind: 'passed', name: result.value.account.name, site: result.value.site }
        : { kind: 'failed', failure: result.failure },
    )
  }
  const add = async (event: SyntheticEvent) => {
    event.preventDefault()
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
          value={signIn.token}
          onChange={({ target }) => change({ token: target.value })}
        />
        <span className="hint">
          Make one at id.atlassian.com, under Security, API tokens. It goes to{' '}
          {secrets?.kind === 'memory' ? 'memory for this session' : 'your system’s keychain'} and to
          your site, and nowhere else.
        </span>
      </label>
      {secrets?.kind === 'memory' && (
        <p className="hint hint--strong">
          {secrets.reason} You will be asked for the token again next time.
        </p>
      )}
      <Outcome step={step} />
      <div className="row row--end">
        <Button onClick={() => void test()} disabled={!complete || asking}>
          {asking && step.what === 'test' ? 'Testing…' : 'Test'}
        </Button>
        <Button look="main" type="submit" disabled={!complete || asking}>
          {asking && step.what === 'add' ? 'Connecting…' : 'Connect'}
        </Button>
      </div>
    </form>
  )
}

function Outcome({ step }: { step: Step }) {
  return (
    <>
      <div aria-live="polite">
        {step.kind === 'passed' && (
          <p className="good-note">
            It works: {step.name} on {step.site}.
          </p>
        )}
      </div>
      {step.kind === 'failed' && <FailureNote {...explain(step.failure)} />}
    </>
  )
}
