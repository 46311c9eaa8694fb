import { expect, it } from 'vitest'
import { subtypeWord } from '@shared/graph'

it.each([
  ['page', 'page'],
  ['blogpost', 'blog post'],
  ['footer-comment', 'footer comment'],
  ['ac:com.example.diagrams:drawio-diagram', 'drawio diagram'],
  ['ac:', 'content'],
])('calls %s a %s', (subtype, word) => {
  expect(subtypeWord(subtype)).toBe(word)
})
