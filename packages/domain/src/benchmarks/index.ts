export { type BenchmarkToPublish, type Member, publicBenchmark } from './public-benchmark.ts'
