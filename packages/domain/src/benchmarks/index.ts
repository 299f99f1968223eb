export { fewestForPlaces, placesOf } from './places.ts'
export { type BenchmarkToPublish, fewestForSpread, type Member, publicBenchmark } from './public-benchmark.ts'
export { quantile } from './quantile.ts'
