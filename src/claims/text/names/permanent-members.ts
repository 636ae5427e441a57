/** The members of the Security Council that have a veto. */
export const permanentMembers: readonly string[] = ['CHN', 'FRA', 'GBR', 'RUS', 'USA']
