/** Lower edges of the classes of a reliability diagram: events are rare, so most lie near zero. */
export const reliabilityEdges: readonly number[] = [0, 0.0003, 0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
