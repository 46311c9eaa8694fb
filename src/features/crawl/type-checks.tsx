import { type EntityType, entityTypes, entityTitles } from '@shared/graph'

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
            {entityTitles[type].many}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
