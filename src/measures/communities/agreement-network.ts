/**
 * Builds the network of states by agreement above chance on the same roll calls.
 *
 * For two states, over the roll calls on which both took a position: w = max(0, mean of (1 for the same position, else
 * 0) - e). Here e is the probability that two different states, drawn from all that took a position on the roll call,
 * took the same one. So a nearly unanimous vote creates no tie, and a state with constant votes has ties like any
 * other. (Cohen's chance, from the two states' own margins, would give it none.) Agreement below chance is no tie.
 *
 * @param positions   row-major by state: positions[state * rollCalls + rollCall]; 1 yes, 2 abstain, 3 no, 0 none
 * @param weights     how often each roll call counts (in a bootstrap replicate); default once each
 * @returns           symmetric, row-major, zero diagonal; 0 where two states have no common roll call
 * @example Array.from(agreementNetwork(Uint8Array.of(1, 1, 3), 3))   // [0, 0.6666666666666667, 0, 0.6666666666666667, 0, 0, 0, 0, 0]
 */
export function agreementNetwork(positions: Uint8Array, states: number, weights?: ArrayLike<number>): Float64Array {
  const rollCalls = positions.length / states
  const chance = chanceAgreement(positions, states)
  const drawn = Float64Array.from({ length: rollCalls }, (_, r) => weights?.[r] ?? 1)
  const network = new Float64Array(states * states)
  for (let i = 0; i < states; i++) {
    for (let j = i + 1; j < states; j++) {
      const tie = tieOf(
        positions.subarray(i * rollCalls, (i + 1) * rollCalls),
        positions.subarray(j * rollCalls, (j + 1) * rollCalls),
        chance,
        drawn,
      )
      network[i * states + j] = tie
      network[j * states + i] = tie
    }
  }
  return network
}

function tieOf(a: Uint8Array, b: Uint8Array, chance: Float64Array, drawn: Float64Array): number {
  let [sum, n] = [0, 0]
  for (let r = 0; r < a.length; r++) {
    const position = a[r]!
    if (position === 0 || b[r] === 0) continue
    const weight = drawn[r]!
    n += weight
    sum += weight * ((position === b[r] ? 1 : 0) - chance[r]!)
  }
  return n > 0 && sum > 0 ? sum / n : 0
}

/**
 * Computes, for each roll call, the probability that two different states that took a position took the same one; 1 where fewer
 * than two did.
 */
function chanceAgreement(positions: Uint8Array, states: number): Float64Array {
  const rollCalls = positions.length / states
  return Float64Array.from({ length: rollCalls }, (_, r) => {
    const counts = [0, 0, 0, 0]
    for (let i = 0; i < states; i++) counts[positions[i * rollCalls + r]!]!++
    const [, yes, abstain, no] = counts as [number, number, number, number]
    const n = yes + abstain + no
    return n < 2 ? 1 : (yes * (yes - 1) + abstain * (abstain - 1) + no * (no - 1)) / (n * (n - 1))
  })
}
