import { describe, expect, test } from 'vitest'
import { hedgeSaid } from '../../../../src/claims/reading/said/figures/hedge.ts'
import { toleranceOf } from '../../../../src/claims/testing/judging/tolerance.ts'

const range = (value: number, unit: string, qualifier: string | null = null): [number, number] => {
  const { low, high } = toleranceOf({ value, unit, hedge: hedgeSaid(qualifier) })
  return [low, high].map((end) => Number(end.toFixed(3))) as [number, number]
}

describe('how near is near enough', () => {
  test('a level is right within what offices revise', () => expect(range(240, 'USD bn')).toEqual([228, 252]))
  test('about is a tenth each way', () => expect(range(240, 'USD bn', 'about')).toEqual([216, 264]))
  test('more than is at least it, and not above twice', () => expect(range(40, 'USD bn', 'more than')).toEqual([39.2, 80]))
  test('less than is at most it, and not below half', () => expect(range(10, 'percent', 'less than')).toEqual([5, 10.2]))
  test('almost is from 0.85 of it', () => expect(range(40, 'USD bn', 'almost')).toEqual([34, 40.8]))
  test('a fraction in words is loose', () => expect(range(25, 'percent', 'a quarter')).toEqual([22.5, 27.5]))
  test('a third is loose also where its words were not kept', () => expect(range(33.3, 'percent')[0]).toBeCloseTo(29.97, 2))
  test('half of the last digit counts where it is more', () => expect(range(1.2, 'USD bn')).toEqual([1.14, 1.26]))
  test('a small change is told to a point', () => expect(range(3, 'percent_change')).toEqual([2, 4]))
  test('a fall has its range on the negative side', () => expect(range(-20, 'percent_change', 'a fifth')).toEqual([-22, -18]))
  test('twice is not one and a half times', () => expect(range(2, 'times')[0]).toBeGreaterThan(1.8))
  test('a source that others stand in for is given twice the room', () =>
    expect(toleranceOf({ value: 100, unit: 'USD bn', hedge: undefined }, 2).low).toBeCloseTo(90))
  test('each range says why it is as wide', () =>
    expect(toleranceOf({ value: 40, unit: 'USD bn', hedge: { bound: 'more' } }).why).toContain('at least it'))
})
