export { layoutSmallMultiple, type SmallMultipleData } from './layout.ts'
export { InspectableSmallMultiple, type InspectableSmallMultipleProps } from './InspectableSmallMultiple.tsx'
export { SmallMultiple, type SmallMultipleProps } from './SmallMultiple.tsx'
