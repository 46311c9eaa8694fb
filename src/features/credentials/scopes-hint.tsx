import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui'

/** Both families of scopes: which one the relation calls want is not settled by Atlassian. */
const reading = [
  'read:confluence-content.summary',
  'read:confluence-user',
  'search:confluence',
  'read:relation:confluence',
  'read:content-details:confluence',
  'read:content:confluence',
  'read:content.metadata:confluence',
  'read:page:confluence',
  'read:space:confluence',
  'read:user:confluence',
  'read:whiteboard:confluence',
  'read:database:confluence',
  'read:folder:confluence',
  'read:embed:confluence',
]
const editing = ['write:confluence-content', 'write:relation:confluence']

/** Which boxes to tick for a token with scopes. */
export function ScopesHint() {
  const [said, setSaid] = useState('')
  const copy = (scopes: readonly string[]) =>
    void navigator.clipboard.writeText(scopes.join('\n')).then(
      () => setSaid('Copied.'),
      () => setSaid('It could not be copied.'),
    )
  return (
    <details className="scopes-hint">
      <summary>Scopes your token needs</summary>
      <p className="hint">To read:</p>
      <ScopeList scopes={reading} />
      <p className="hint">To create and delete relations too; leave them out for reading only:</p>
      <ScopeList scopes={editing} />
      <div className="row row--wrap">
        <Button onClick={() => copy(reading)}>
          <Copy size={14} aria-hidden /> Copy those to read
        </Button>
        <Button onClick={() => copy([...reading, ...editing])}>
          <Copy size={14} aria-hidden /> Copy all
        </Button>
        <span className="hint" role="status">
          {said}
        </span>
      </div>
    </details>
  )
}

const ScopeList = ({ scopes }: { scopes: readonly string[] }) => (
  <ul className="scopes-hint__list">
    {scopes.map((scope) => (
      <li key={scope}>
        <code>{scope}</code>
      </li>
    ))}
  </ul>
)
