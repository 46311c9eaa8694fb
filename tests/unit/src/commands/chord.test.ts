import { describe, expect, it } from 'vitest'
import { chordOf, isPressed, isSingle, type KeyPress } from '../../../../src/commands/chord'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...held,
})
const ctrl = { ctrlKey: true }
const shift = { shiftKey: true }

describe('a chord', () => {
  it.each([
    ['Ctrl+Shift+Z', { typed: 'z', ctrl: true, shift: true }],
    ['E', { typed: 'e', ctrl: false, shift: false }],
    ['+', { typed: '+', ctrl: false, shift: false }],
    ['Shift+F6', { typed: 'f6', ctrl: false, shift: true }],
  ])('%s is read from its words', (words, chord) => {
    expect(chordOf(words)).toEqual(chord)
  })

  it.each([
    ['Ctrl+K on a Latin layout', 'Ctrl+K', press('k', 'KeyK', ctrl)],
    ['Cmd stands for Ctrl', 'Ctrl+K', press('k', 'KeyK', { metaKey: true })],
    ['Ctrl+K on a Russian one', 'Ctrl+K', press('л', 'KeyK', ctrl)],
    ['Ctrl+Z on a Greek one', 'Ctrl+Z', press('ζ', 'KeyZ', ctrl)],
    ['F on a Hebrew one', 'F', press('כ', 'KeyF')],
    ['Shift+P on a Russian one', 'Shift+P', press('З', 'KeyP', shift)],
    ['Z where it is typed, not where it lies', 'Ctrl+Z', press('z', 'KeyY', ctrl)],
    ['with the capitals locked', 'E', press('E', 'KeyE')],
    ['a sign that takes Shift', '?', press('?', 'Slash', shift)],
    ['a sign on another key', '?', press('?', 'Digit7', shift)],
    ['a key with a name', 'Delete', press('Delete', 'Delete')],
  ])('is pressed: %s', (_, words, event) => {
    expect(isPressed(chordOf(words), event)).toBe(true)
  })

  it.each([
    ['another letter at its place on a Latin layout', 'Ctrl+Z', press('y', 'KeyZ', ctrl)],
    ['without Ctrl', 'Ctrl+K', press('k', 'KeyK')],
    ['with Ctrl as well', 'F', press('f', 'KeyF', ctrl)],
    ['with Shift as well', 'P', press('P', 'KeyP', shift)],
    ['with Alt, which types other signs', 'E', press('e', 'KeyE', { altKey: true })],
    ['a letter with an accent', 'E', press('é', 'KeyE')],
    ['a dead key', 'E', press('Dead', 'KeyE')],
  ])('is not pressed: %s', (_, words, event) => {
    expect(isPressed(chordOf(words), event)).toBe(false)
  })

  it('is single where it might have been meant as text', () => {
    expect(['E', 'Shift+P', '?', '1'].map(chordOf).every(isSingle)).toBe(true)
    expect(['Ctrl+K', 'F6', 'Delete'].map(chordOf).some(isSingle)).toBe(false)
  })
})
