/** The part of the Confluence query language that a search by title or name needs. */
export { compile, type Field, type Fields, valuesOf } from './evaluate'
export { indexWords } from './match-words'
export { parseCql } from './parse-cql'
