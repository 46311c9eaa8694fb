import { Isolated } from '../../ui'
type Props = {
  names: readonly string[]
  isChosen: (name: string) => boolean
  onChange: (name: string, is: boolean) => void
}

/** Which relation names a path may go by. */
export function RelationChoice({ names, isChosen, onChange }: Props) {
  const chosen = names.filter(isChosen)
  return (
    <details className="relation-choice">
      <summary>
        Relations: {chosen.length} of {names.length}
      </summary>
      <fieldset className="relation-choice__names">
        <legend className="visually-hidden">Relations to go by</legend>
        {names.map((name) => (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={isChosen(name)}
              onChange={({ target }) => onChange(name, target.checked)}
            />
            <Isolated text={name} />
          </label>
        ))}
      </fieldset>
    </details>
  )
}
