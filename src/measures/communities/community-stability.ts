import { quantile } from '../../numeric/quantile.ts'
import { drawnRollCalls } from '../bootstrap/bootstrap-draws.ts'
import { adjustedRand } from './adjusted-rand.ts'
import { agreementNetwork } from './agreement-network.ts'
import { bestPartition, type Partition } from './louvain.ts'
import { modularity } from './modularity.ts'

/** Communities of voters and their stability when roll calls are resampled. */
export interface StableCommunities {
  /** The partition of the whole network with the highest modularity found. */
  readonly best: Partition
  /** The consensus over the resamples, with its modularity on the whole network. */
  readonly consensus: Partition
  /** Share of the resamples in which two states are in one community; symmetric, row-major. */
  readonly together: Float64Array
  /** For each node, the mean of `together` with the other members of its consensus community; NaN where it is alone. */
  readonly stays: Float64Array
  /** Adjusted Rand index between the partitions of any two resamples: the mean, and the range of the middle 90 %. */
  readonly rand: { readonly mean: number; readonly low: number; readonly high: number }
  /** Adjusted Rand index between `best` and `consensus`. */
  readonly bestAndConsensus: number
}

export interface StabilityOptions {
  /** Number of resamples of the roll calls; default 100. */
  readonly resamples?: number
  readonly seed: number
}

/** Louvain runs per resample, of which the best is kept. The consensus averages out what a single run misses. */
const runs = 2

/**
 * Finds the communities of the agreement network, with their stability over resampled roll calls.
 *
 * The roll calls are drawn with replacement, as many as there are; each resample has its own network and partition. The
 * consensus is the best partition of a network with these ties: the share of resamples in which two states are
 * together, where above one half.
 *
 * @param positions   row-major by state, as for `agreementNetwork`
 * @see Lancichinetti & Fortunato 2012, Scientific Reports 2, 336 (consensus); here over resamples of the data, so that
 * it reflects the votes and not only the algorithm
 * @example stableCommunities(Uint8Array.of(1, 3, 1, 3, 3, 1, 3, 1), 4, { seed: 1, resamples: 5 }).consensus.count   // 2
 */
export function stableCommunities(positions: Uint8Array, states: number, { resamples = 100, seed }: StabilityOptions): StableCommunities {
  const partitions = Array.from({ length: resamples }, (_, draw) => partitionOfResample(positions, states, draw, seed))
  return stabilityOf(positions, states, partitions, seed)
}

/**
 * Finds the partition of one resample of the roll calls, which depends only on its number and the seed.
 *
 * @example Array.from(partitionOfResample(Uint8Array.of(1, 3, 1, 3, 3, 1, 3, 1), 4, 0, 1))   // [0, 0, 1, 1]
 */
export function partitionOfResample(positions: Uint8Array, states: number, draw: number, seed: number): Int32Array {
  const rollCalls = positions.length / states
  const weights = new Float64Array(rollCalls)
  for (const r of drawnRollCalls(rollCalls, draw, seed)) weights[r]! += 1
  return bestPartition(agreementNetwork(positions, states, weights), states, { seed: seed + draw + 1, runs }).communities
}

/**
 * Computes the consensus and stability of all resamples' partitions: the second half of `stableCommunities`, for callers that
 * compute the partitions one by one.
 *
 * @example stabilityOf(Uint8Array.of(1, 3, 1, 3), 2, [Int32Array.of(0, 1), Int32Array.of(0, 1)], 1).rand.mean   // 1
 */
export function stabilityOf(positions: Uint8Array, states: number, partitions: readonly Int32Array[], seed: number): StableCommunities {
  const network = agreementNetwork(positions, states)
  const best = bestPartition(network, states, { seed })
  const together = sharesTogether(partitions, states)
  const agreed = bestPartition(
    together.map((share) => (share > 0.5 ? share : 0)),
    states,
    { seed },
  )
  const consensus = { ...agreed, modularity: modularity(network, agreed.communities) }
  return {
    ...{ best, consensus, together },
    stays: staysOf(together, consensus.communities),
    rand: randOf(partitions),
    bestAndConsensus: adjustedRand(best.communities, consensus.communities),
  }
}

function sharesTogether(partitions: readonly Int32Array[], states: number): Float64Array {
  const together = new Float64Array(states * states)
  for (const partition of partitions) {
    for (let i = 0; i < states; i++) {
      for (let j = 0; j < states; j++) if (i !== j && partition[i] === partition[j]) together[i * states + j]! += 1
    }
  }
  return together.map((count) => count / partitions.length)
}

function staysOf(together: Float64Array, communities: Int32Array): Float64Array {
  const states = communities.length
  return Float64Array.from(communities, (own, i) => {
    let [sum, others] = [0, 0]
    for (let j = 0; j < states; j++) {
      if (j === i || communities[j] !== own) continue
      sum += together[i * states + j]!
      others++
    }
    return sum / others
  })
}

function randOf(partitions: readonly Int32Array[]): StableCommunities['rand'] {
  const found = Float64Array.from(partitions.flatMap((one, i) => partitions.slice(i + 1).map((other) => adjustedRand(one, other))))
  const mean = found.reduce((sum, value) => sum + value, 0) / found.length
  return { mean, low: quantile(found, 0.05), high: quantile(found, 0.95) }
}
