export { layoutSmallMultiple, type SmallMultipleData } from './layout.ts'
export { SmallMultiple, type SmallMultipleProps } from './SmallMultiple.tsx'
