import { NumberField as Base } from '@base-ui/react/number-field'
import { useId } from 'react'

type Props = {
  label: string
  value: number
  min: number
  max: number
  step?: number
  onChange: (value: number) => void
}

/** A whole number between two limits; an empty box keeps the last one. */
export function NumberField({ label, value, min, max, step = 1, onChange }: Props) {
  const id = useId()
  return (
    <Base.Root
      id={id}
      className="number-field"
      value={value}
      min={min}
      max={max}
      step={step}
      smallStep={step}
      onValueChange={(next) => {
        if (next !== null) onChange(Math.round(next))
      }}
    >
      <label htmlFor={id} className="field__label">
        {label}
      </label>
      <Base.Input className="text-input" />
    </Base.Root>
  )
}
