import type { ComponentProps, ReactNode } from 'react'

type Props = ComponentProps<'button'> & { look?: 'plain' | 'main' | 'danger' | 'quiet' }

export function Button({ look = 'plain', className = '', ...rest }: Props) {
  return <button type="button" className={`button button--${look} ${className}`} {...rest} />
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
