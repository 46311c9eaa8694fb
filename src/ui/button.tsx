import type { ComponentProps, ReactNode } from 'react'

const looks = {
  plain: 'button button--plain',
  main: 'button button--main',
  danger: 'button button--danger',
  quiet: 'button button--quiet',
  /** In a line of text. */
  text: 'text-button',
  /** As its own class says. */
  bare: '',
} as const

type Props = ComponentProps<'button'> & { look?: keyof typeof looks }

export function Button({ look = 'plain', className = '', ...rest }: Props) {
  return <button type="button" className={`${looks[look]} ${className}`.trim()} {...rest} />
}

type IconProps = Omit<ComponentProps<'button'>, 'children'> & { label: string; children: ReactNode }

/** A button with a picture only: its label is read aloud and shown as a tooltip. */
export function IconButton({ label, className = '', ...rest }: IconProps) {
  return (
    <button
      type="button"
      className={`icon-button ${className}`}
      aria-label={label}
      title={label}
      {...rest}
    />
  )
}
