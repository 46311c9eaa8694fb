import { type EntityType, entityTypes } from '@shared/graph'

const typeWords: Record<EntityType, string> = {
  content: 'Content',
  user: 'People',
  space: 'Spaces',
}

type Props = {
  label: string
  types: readonly EntityType[]
  onChange: (types: EntityType[]) => void
}

/** Some of the three types, in their usual order. */
export function TypeChecks({ label, types, onChange }: Props) {
  return (
    <fieldset className="field field--plain">
      <legend className="field__label">{label}</legend>
      <div className="checks">
        {entityTypes.map((type) => (
          <label key={type} className="check">
            <input
              type="checkbox"
              checked={types.includes(type)}
              onChange={({ target }) =>
                onChange(
                  entityTypes.filter((one) =>
                    one === type ? target.checked : types.includes(one),
                  ),
                )
              }
            />
            {typeWords[type]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
