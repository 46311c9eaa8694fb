/** Which nodes and relations are let through, and how many there are of each kind. */
export { type Choice, facetsOf } from './facets'
export { type Criteria, filterGraph, isFiltering, type Match } from './filter-graph'
export { dateOf, dayOf, DayWindow, Filter, noFilter } from './model'
