export { type Described, describeLine } from './describe.ts'
