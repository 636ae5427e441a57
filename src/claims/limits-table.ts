/** A number that decides verdicts. */
export interface Limit {
  readonly value: number
  readonly unit: string
  /** What the number decides, and where it comes from. */
  readonly decides: string
}

/** Every number that decides how a claim is tested. What halving and doubling each of them does is measured in docs/claims-limits.md. */
export const limitTable = {
  corroborationExact: {
    value: 0.01,
    unit: 'share',
    decides:
      'A figure that differs from the record’s by at most this share is taken to be the same one, not a figure of another state or year.',
  },
  corroborationDigits: { value: 3, unit: 'digits', decides: 'A number with fewer digits may agree with a figure by chance.' },
  corroborationReach: {
    value: 2,
    unit: 'sentences',
    decides: 'Number of sentences for which the parties and the period of a figure remain valid, unless another period is named.',
  },
  corroborationAround: {
    value: 3,
    unit: 'sentences',
    decides: 'Figures at most this far before or after a claim show which period and states the text is about.',
  },
  corroborationWeight: {
    value: 2,
    unit: 'weight',
    decides: 'Total weight of agreeing figures that is needed. A figure within the tolerance weighs 1, an exact one 2, a rank a half.',
  },
  corroborationRounding: {
    value: 0.006,
    unit: 'share',
    decides: 'Two figures that differ by at most this share are the same except for rounding.',
  },
  reporterFigures: {
    value: 2,
    unit: 'figures',
    decides: 'A text uses the count of a reporter if it quotes at least this many of the reporter’s figures.',
  },
  reporterShare: {
    value: 0.5,
    unit: 'share',
    decides:
      'A reporter is a source of the text only if at least this share of the amounts for which it has a count are quoted exactly. Otherwise agreement may be chance: among thirty exporters that report what they send to one state, two agree with that state’s count.',
  },
  alternativeFit: {
    value: 0.25,
    unit: 'share',
    decides: 'A reading that changes one slot agrees with the record if it differs from a value by at most this share.',
  },
  alternativeFitOfTwoSlots: {
    value: 0.05,
    unit: 'share',
    decides:
      'A reading that changes two slots agrees with the record only if it differs from a value by at most this share. There are many such readings, so only rounding may differ.',
  },
  farFromQuoted: {
    value: 0.4,
    unit: 'share',
    decides:
      'Even provisional figures that a publication quoted contradict a claim if it differs from all values by more than this share. Of 39 quoted figures that can be compared with the final report, none is more than 6 % off; this limit is almost seven times as much.',
  },
  possibleTotalRatio: {
    value: 2.5,
    unit: 'factor',
    decides: 'An amount more than this many times the bilateral amount may be a state’s total.',
  },
  implausibleRatio: {
    value: 8,
    unit: 'factor',
    decides:
      'If the sentence does not name both states and others are named nearby, an amount more than this many times the recorded one is probably not about these two.',
  },
  revisedSpendingGrowth: { value: 5, unit: 'percentage points', decides: 'How much the growth of spending may be revised.' },
  withServices: {
    value: 4,
    unit: 'factor',
    decides:
      'Upper bound of trade in goods and services, as a multiple of trade in goods alone. `mostOfServices` is the bound for states that sell many services (licences, shipping, insurance).',
  },
  withServicesOfServiceStates: {
    value: 6,
    unit: 'factor',
    decides: 'Upper bound of trade in goods and services, as a multiple of trade in goods, for states that sell many services.',
  },
  transitFactor: {
    value: 2,
    unit: 'factor',
    decides: 'How many times wider the limit between two counts is where goods pass through one of the states.',
  },
  oilFactor: {
    value: 4,
    unit: 'factor',
    decides: 'How many times wider the limit between two counts is for a state that leaves oil out of its exports.',
  },
  nearMissYears: {
    value: 5,
    unit: 'years',
    decides: 'A year that fits is searched at most this many years before and after the claimed year.',
  },
  tallyCorrections: {
    value: 2,
    unit: 'votes',
    decides:
      'How far a quoted count of yes, no or abstentions may lie from the recorded one, since delegations correct their votes afterwards.',
  },
  anniversarySlack: { value: 1, unit: 'years', decides: 'How far an anniversary may be off, since there are different ways of counting.' },
  relationDays: {
    value: 366,
    unit: 'days',
    decides:
      'A date at most this far from the one on record may belong to another stage of the deed, such as a round of talks or a ratification.',
  },
  voteCorrections: {
    value: 2,
    unit: 'votes',
    decides:
      'How many votes a number may differ by. Delegations may announce later how they meant to vote: the press has the number of the day, the record the corrected number.',
  },
  sameVoteDays: {
    value: 2,
    unit: 'days',
    decides: 'A roll call at most this far from the stated day is the same vote, since a text and a list may use different time zones.',
  },
  deedPeriodReach: {
    value: 5,
    unit: 'sentences',
    decides: 'For a negative verdict, a period carries over to at most this many later sentences.',
  },
  armsPartnerRevision: {
    value: 0.12,
    unit: 'share',
    decides:
      'Share by which the register and a fact sheet may differ: the register lacks most small deliveries, which a fact sheet may count, and more are added to the register later.',
  },
  armsPartnerCountOff: {
    value: 3,
    unit: 'states',
    decides: 'A number of partners in the register that is at most this far from the stated one does not contradict it.',
  },
  sameSourceEnd: {
    value: 0.012,
    unit: 'share',
    decides:
      'An end that differs from a source’s figure by at most this share comes from that source; the other end is then judged by the same source.',
  },
  reversedEnds: {
    value: 0.5,
    unit: 'share',
    decides: 'Two ends are in the wrong order if exchanging them reduces their distance from the record to less than this share.',
  },
  longestArmsWindow: { value: 6, unit: 'years', decides: 'Deliveries over longer periods are never compared with each other.' },
  shortestArmsWindow: {
    value: 3,
    unit: 'years',
    decides:
      'The shortest period that is compared with the one before. Arms deliveries are irregular, so texts on them compare periods of five years, sometimes of three or four.',
  },
  chineseFinanceTie: {
    value: 0.05,
    unit: 'share',
    decides: 'If two figures differ by at most this share, the next edition may swap their ranks.',
  },
  chineseFinanceMargin: {
    value: 0.25,
    unit: 'share',
    decides: 'A rank is called wrong only if it is wrong even with every figure off by this share.',
  },
  fuelMajority: { value: 0.5, unit: 'share', decides: 'A supplier with more than this share of all cannot be second.' },
  longestGrowthSpan: {
    value: 40,
    unit: 'years',
    decides: 'A span of more years than this is not tested: no single figure covers so many.',
  },
  growthYearsShare: { value: 0.75, unit: 'share', decides: 'Share of the years of a span that must have moved in the claimed direction.' },
  jointShareActors: {
    value: 10,
    unit: 'states',
    decides: 'A claim with more actors than this is not tested, since texts name only a part of longer lists.',
  },
  otherQuantityFit: {
    value: 0.02,
    unit: 'share',
    decides: 'A claim that differs from another quantity’s figure by less than this share agrees with it too closely for chance.',
  },
  lastRank: {
    value: 5,
    unit: 'ranks',
    decides: 'Ranks after this one (sixth, seventh …) come from complete lists, which may be compiled by other rules.',
  },
  rankListsOff: {
    value: 5,
    unit: 'ranks',
    decides: 'Largest difference between a state’s ranks in two complete lists of the same partners, whatever the rules of the lists.',
  },
  rankYearsAround: {
    value: 2,
    unit: 'years',
    decides: 'A rank is wrong around a year only if at least this many neighbouring years are on record.',
  },
  recordYears: {
    value: 5,
    unit: 'years',
    decides:
      'At least this many of the years before must be on record; if the text names a first year, at least the share `enough` of the years since then.',
  },
  recordYearsShare: {
    value: 0.9,
    unit: 'share',
    decides: 'Share of the years of a named span that must be on record: a year at its edge may be missing.',
  },
  recordTie: {
    value: 0.02,
    unit: 'share',
    decides: 'A year that differs from the highest by at most this share may itself be the highest.',
  },
  recordRevision: { value: 0.25, unit: 'share', decides: 'Share by which revisions change sums of the register over several years.' },
  steepestYearsShare: { value: 0.9, unit: 'share', decides: 'Share of the compared years that must be on record.' },
  steepestTie: {
    value: 0.5,
    unit: 'percentage points',
    decides: 'If two rises differ by at most this, the next revision may reverse their order.',
  },
  supportRankTie: {
    value: 0.05,
    unit: 'share',
    decides: 'If two donors differ by at most this share, the next release may swap their ranks.',
  },
  supportRankMargin: {
    value: 0.3,
    unit: 'share',
    decides: 'A rank is called wrong only if it is wrong even with every figure off by this share.',
  },
  supportLastRank: {
    value: 5,
    unit: 'ranks',
    decides: 'Ranks after this one (sixth, seventh …) are not called wrong, since the lists have different donors there.',
  },
  supportWidening: {
    value: 2,
    unit: 'factor',
    decides: 'Factor by which the tolerance of a customs figure is widened, for yearly exchange rates and differences between releases.',
  },
  supportBeyondWhole: {
    value: 1.5,
    unit: 'factor',
    decides: 'A part of the support is called wrong only if it exceeds the whole by this factor.',
  },
  longestRun: {
    value: 15,
    unit: 'years',
    decides:
      'Longest run of years that is tested: longer ones are counted from tables outside the record, except for military spending, which is on record since 1948.',
  },
  longestRunOfSpending: { value: 60, unit: 'years', decides: 'Longest run of years of military spending that is tested.' },
  runStandstill: { value: 0.01, unit: 'share', decides: 'A change by a smaller share may be no change at all.' },
  partsMisfit: {
    value: 0.005,
    unit: 'share',
    decides:
      'Least share by which the levels of the year before must fail to add up: a smaller misfit may come from revisions, or from growth rates of slightly different goods.',
  },
  partsAddition: { value: 0.01, unit: 'share', decides: 'Both directions must add up to the total within this share.' },
  partsGrowth: { value: 1, unit: 'per cent', decides: 'Below this, reversing the sign of a growth makes no difference.' },
  balanceChange: {
    value: 5,
    unit: 'per cent',
    decides: 'A balance is reported as wrong only if the figures imply a change in the opposite direction of at least this size.',
  },
  roundingPoints: { value: 2, unit: 'percentage points', decides: 'Accuracy of changes computed from rounded figures.' },
  partly: { value: 0.25, unit: 'share', decides: 'Share by which a level may be off and still be partly right.' },
  singleSource: {
    value: 0.6,
    unit: 'share',
    decides: 'Share by which a single source may differ from another source, or from the partner’s count.',
  },
  compiledSource: {
    value: 1,
    unit: 'share',
    decides: 'Share by which the figure of a single pair may be off in a source compiled from many states’ reports: a factor of two.',
  },
  compiledReport: {
    value: 0.5,
    unit: 'share',
    decides:
      'Share by which a state’s own report may be off as passed on by a compiler. Of 2,757 flows with the United States, one in 200 is more than a quarter off the Census figure. So is one of 186 figures that texts print of other states. Of 128 figures of Kyrgyz customs, one in 20 is off by half or more.',
  },
  imputed: {
    value: 2,
    unit: 'share',
    decides: 'Share by which a value may be off that a compiler imputes for a missing report: these may be several times off.',
  },
  compiledError: { value: 0.1, unit: 'share', decides: 'Share by which a compiled figure may be off an office’s figure and still agree.' },
  registerError: {
    value: 0.15,
    unit: 'share',
    decides: 'Share by which a figure of the arms register may be off a quoted one and still agree.',
  },
  registerRevision: { value: 0.5, unit: 'share', decides: 'Share by which a revision of the arms register may explain a difference.' },
  registerRevisionPoints: {
    value: 6,
    unit: 'percentage points',
    decides:
      'A small supplier’s share consists of a few aircraft, which may be removed or added later: by the fact sheet of 2020 Viet Nam took 8.5 % of Israel’s deliveries, by today’s register 14 %. A smaller difference is not called wrong.',
  },
  registerRevisionOfYears: {
    value: 0.3,
    unit: 'share',
    decides:
      'Deliveries summed over several years are revised less. Of 26 shares of the world total that texts quote from fact sheets, none below 15 % is more than 0.6 points off today’s register, and none above is off by more than a seventh. Of 38 quoted shares of one state’s total, none is 15 points off.',
  },
  worldShareRevision: {
    value: 1.25,
    unit: 'percentage points',
    decides: 'A share of the world’s deliveries over several years that is off by less is not called wrong.',
  },
  stateShareRevision: {
    value: 15,
    unit: 'percentage points',
    decides: 'A share of one state’s deliveries over several years that is off by less is not called wrong.',
  },
  registerSpanYears: { value: 4, unit: 'years', decides: 'Sums of deliveries over at least this many years are revised less.' },
  plausible: {
    value: 25,
    unit: 'share',
    decides: 'If the nearest value is further off than this (as a share), the claim is more likely about something else.',
  },
  registerChange: { value: 25, unit: 'percentage points', decides: 'Revisions of a register can reverse a change smaller than this.' },
  leastChange: { value: 2, unit: 'percentage points', decides: 'A smaller change counts as none.' },
  quotedChange: {
    value: 8,
    unit: 'percentage points',
    decides: 'A change between two figures as first published may be off by this much.',
  },
  mirrorMarginPerYear: { value: 0.05, unit: 'share', decides: 'Margin that each year away adds to the history of two counts.' },
  mirrorFewestYears: {
    value: 2,
    unit: 'years',
    decides: 'Number of years that both sides must have counted; with fewer than `enoughYears` the wider margin is used.',
  },
  mirrorEnoughYears: { value: 5, unit: 'years', decides: 'Years of history that two counts need for the narrower margin.' },
  mirrorLeastFlow: { value: 1e8, unit: 'USD', decides: 'In a smaller flow a few shipments make the difference.' },
  mirrorLeastBalance: { value: 1e9, unit: 'USD', decides: 'A smaller balance has no history of two counts.' },
  levelRevision: {
    value: 0.05,
    unit: 'share',
    decides: 'Customs offices revise and round their figures: a level that differs by at most this share agrees.',
  },
  fineShare: {
    value: 0.03,
    unit: 'share',
    decides: 'A share printed to a tenth of a point agrees if it differs by at most this share of itself.',
  },
  approximate: {
    value: 0.1,
    unit: 'share',
    decides: 'A number with `about`, or written as words (`a third`, `half`), agrees if it differs by at most this share.',
  },
  almost: { value: 0.85, unit: 'share', decides: 'Lower end of `almost X` as a share of X: `almost 40` cannot be 33.' },
  rankingPartners: { value: 50, unit: 'states', decides: 'A list with fewer partners than this is a selection.' },
  rankingSpenders: {
    value: 30,
    unit: 'states',
    decides: 'In a fact sheet, a list of the largest military spenders with at least this many states lacks no larger spender.',
  },
  rankingBothWays: {
    value: 0.5,
    unit: 'share',
    decides:
      'For trade in both directions, the direction with fewer partners must have at least this share of the partners of the other; else the list is one of that other direction only.',
  },
  portOriginFactor: {
    value: 0.5,
    unit: 'factor',
    decides: 'Largest observed ratio between data by origin and by dispatch for the ports of the EU.',
  },
  outsideOriginFactor: {
    value: 1.7,
    unit: 'factor',
    decides: 'Largest observed ratio between data by origin and by dispatch for non-members of the EU.',
  },
  rankedUnionMembers: {
    value: 0.6,
    unit: 'share',
    decides:
      'If at least this share of a union’s members are in a list, the missing ones are small, and the sum is taken as the union’s size.',
  },
  regionStatesMissing: {
    value: 0.05,
    unit: 'share',
    decides: 'Share of a region’s states that may lack a figure; the sum is then a lower bound. For the EU none may.',
  },
  memberListPartners: { value: 80, unit: 'states', decides: 'A member’s list with fewer partners than this is incomplete.' },
  factSheetExtension: {
    value: 5,
    unit: 'years',
    decides: 'How far fact sheets may extend a series; further extension would make it another series.',
  },
  rankTie: { value: 0.03, unit: 'share', decides: 'If two partners differ by at most this share, a revision may swap their ranks.' },
  rankMargin: {
    value: 0.1,
    unit: 'share',
    decides:
      'A rank is called wrong only if it is wrong even with every figure off by this share. For a selection of partners the share is larger.',
  },
  selectionRankMargin: {
    value: 0.25,
    unit: 'share',
    decides: 'A rank in a selection of partners is called wrong only if it is wrong even with every figure off by this share.',
  },
  registerRankMargin: {
    value: 0.25,
    unit: 'share',
    decides: 'A rank in a register, which is revised, is called wrong only if it is wrong even with every figure off by this share.',
  },
  omittedPartnerGrowth: {
    value: 1.5,
    unit: 'factor',
    decides: 'Omitted partners have grown by at most this factor since the last complete year.',
  },
  officeRankMargin: {
    value: 0.05,
    unit: 'share',
    decides:
      'In an office’s list, a rank that is at least two off is called wrong if it is wrong even with every figure off by this share: revisions hardly change such a rank.',
  },
  compiledRankMargin: {
    value: 0.6,
    unit: 'share',
    decides: 'Share by which the figure of a single pair may be off in a list compiled from many states’ reports.',
  },
  releaseDays: { value: 45, unit: 'days', decides: 'Texts quote the sums of a release for this long after its last day.' },
  completeListPartners: { value: 150, unit: 'states', decides: 'A list with fewer partners than this is incomplete.' },
  largestTraders: { value: 60, unit: 'states', decides: 'Number of largest traders with which a state’s trade is looked for.' },
  largestTradersMissing: {
    value: 2,
    unit: 'states',
    decides:
      'A state that reports to these sources has trade with all of the largest traders but at most this many. Those that do not report lack their trade with each other, five to eight of the largest, and so stand apart: no state lacks three or four of them for another reason than being small.',
  },
  ownArithmeticPartly: {
    value: 0.25,
    unit: 'share',
    decides: 'A figure that the text’s own figures put further off than this is wrong, not partly right.',
  },
  ownArithmeticPartlyPoints: {
    value: 4,
    unit: 'percentage points',
    decides: 'A change that the text’s own figures put at most this far off is partly right.',
  },
  swapMatch: { value: 0.05, unit: 'share', decides: 'Two figures that differ by at most this share match.' },
  signedChange: { value: 1.5, unit: 'per cent', decides: 'A smaller change has no direction that could be wrong.' },
  swappedFit: {
    value: 0.2,
    unit: 'share',
    decides:
      'Two figures count as swapped if each differs by at most this share from the other’s recorded value (registers are revised). Each must also differ from its own recorded value by at least `ownMisfit`, and at least twice as much as from the other’s.',
  },
  swapOwnMisfit: {
    value: 0.25,
    unit: 'share',
    decides: 'Two figures count as swapped only if each differs by at least this share from its own recorded value.',
  },
  reversedEndMisfit: {
    value: 0.08,
    unit: 'share',
    decides:
      'The two ends of one change count as reversed if each differs from its own recorded value by at least this share. It is less than `ownMisfit`, since the two ends are closer to each other than two flows.',
  },
  ownCountLevel: {
    value: 0.5,
    unit: 'share',
    decides: 'Share by which a level may differ from the only known count if the text probably means that count.',
  },
  ownCountGrowth: { value: 10, unit: 'percentage points', decides: 'The same for growth.' },
  otherCountLevel: {
    value: 0.75,
    unit: 'share',
    decides: 'Share by which a level may differ from the only known count if the text may mean the other side’s.',
  },
  otherCountGrowth: {
    value: 20,
    unit: 'percentage points',
    decides: 'The same for growth: growth of two counts differs typically by eight points.',
  },
  nearMissWidth: {
    value: 0.07,
    unit: 'share',
    decides: 'A near miss (another year, direction, unit) must fit within this share of the middle of the tolerance.',
  },
  voteSearchBetter: {
    value: 1.3,
    unit: 'factor',
    decides: 'A vote of the text’s other words is taken only if it fits this many times better than one of the sentence’s own.',
  },
  voteSearchShared: { value: 3.5, unit: 'weight', decides: 'Least weight of words that a vote’s title shares with the sentence.' },
  voteSearchMany: { value: 0.6, unit: 'share', decides: 'Of several votes meant: those that fit at least this share as well as the best.' },
  voteSearchOne: {
    value: 0.85,
    unit: 'share',
    decides: 'Of one vote meant: those that fit at least this share as well as the best are its rivals.',
  },
  voteSearchNear: {
    value: 0.4,
    unit: 'share',
    decides: 'A vote that fits at least this share as well as the best may explain a mismatch.',
  },
  deedDays: { value: 31, unit: 'days', decides: 'A founding, entry, end or veto at most this far from the stated day is the one meant.' },
  foundingYears: { value: 12, unit: 'years', decides: 'A founding that is further off may be that of a forerunner.' },
  founderDays: { value: 366, unit: 'days', decides: 'A state that entered at most this long after the founding may be called a founder.' },
  entryDays: { value: 730, unit: 'days', decides: 'An entry at most this far from the stated one is partly right.' },
  sameAgreementDays: {
    value: 2196,
    unit: 'days',
    decides: 'Two dates of an agreement at most this far apart may be those of one agreement.',
  },
  ledgerWordsOfDay: { value: 4.5, unit: 'weight', decides: 'Weight of shared words that an event of the ledgers needs on the stated day.' },
  ledgerWordsOfMonth: { value: 5.5, unit: 'weight', decides: 'The same in the stated month.' },
  ledgerWordsOfYear: { value: 8, unit: 'weight', decides: 'The same in the stated year.' },
  ledgerWordsOfText: { value: 3, unit: 'weight', decides: 'Further weight if the time is not the sentence’s own.' },
  ledgerFigure: { value: 0.02, unit: 'share', decides: 'A figure of an event in the ledgers agrees if it differs by at most this share.' },
  sanctionDays: {
    value: 3,
    unit: 'days',
    decides: 'A sanction dated by the day fits a date at most this far off: decision, publication and entry into force.',
  },
  voteSharePoints: {
    value: 2.5,
    unit: 'percentage points',
    decides: 'How far a share of like votes may be off: it depends on which votes count.',
  },
  votesPartly: { value: 0.5, unit: 'share', decides: 'A claim on many votes that holds in at least this share of them is partly right.' },
  officialOneSide: {
    value: 0.5,
    unit: 'share',
    decides: 'Share by which a level may be off an office’s figure where the words leave the parties open.',
  },
  reportsApart: { value: 1.5, unit: 'factor', decides: 'A level between two reports is supported if they are at most this far apart.' },
  growthReportsApart: {
    value: 25,
    unit: 'percentage points',
    decides: 'A change between two reports is supported if they are less than this apart.',
  },
  smallChange: {
    value: 5,
    unit: 'percentage points',
    decides: 'A change that is off by no more than this is not called wrong, and one no larger fits "unchanged".',
  },
  compiledChangePoints: {
    value: 3,
    unit: 'percentage points',
    decides: 'A change measured by compiled figures agrees if it is off by at most this, or by the share `compiledChange`.',
  },
  compiledChange: { value: 0.3, unit: 'share', decides: 'See `compiledChangePoints`.' },
  changeReportsApart: {
    value: 20,
    unit: 'percentage points',
    decides: 'Reports of a change that are further apart, and by more than half of it, refute none.',
  },
  clearChange: {
    value: 15,
    unit: 'percentage points',
    decides: 'A change of more than this refutes "unchanged"; compiled figures refute only a size that is further off.',
  },
  mirrorLevel: { value: 0.25, unit: 'share', decides: 'Least margin beyond the largest gap between two counts of other years.' },
  mirrorSpan: { value: 0.5, unit: 'share', decides: 'Share of the range of those gaps that is added to the margin.' },
  mirrorFewYears: { value: 0.35, unit: 'log ratio', decides: 'Least margin where two counts have only a few years in common.' },
  edge: { value: 0.02, unit: 'share', decides: 'How far beyond its number "more than" or "less than" reaches to the other side.' },
  toleranceOfTimes: { value: 0.08, unit: 'share', decides: 'A multiple agrees if it is off by at most this share.' },
  toleranceOfChange: {
    value: 0.06,
    unit: 'share',
    decides: 'A change agrees if it is off by at most this share of it, and by a point in any case.',
  },
  finePoints: { value: 0.1, unit: 'percentage points', decides: 'Least tolerance of a share printed to a tenth of a point.' },
  sharePoints: { value: 0.5, unit: 'percentage points', decides: 'Least tolerance of another share.' },
  digitShare: { value: 0.15, unit: 'share', decides: 'Half of the last digit of a number widens its tolerance to at most this share.' },
  growthFit: {
    value: 0.5,
    unit: 'percentage points',
    decides: 'A stated growth at most this far outside the range of the editions agrees.',
  },
  growthFitShare: {
    value: 0.2,
    unit: 'share',
    decides: 'It must also be outside the range by at most this share of itself: 1.6 % does not support 1.2 %.',
  },
  growthRevision: {
    value: 3,
    unit: 'percentage points',
    decides:
      'Growth that is off by more than this, and by more than `growthRevisionShare`, comes from no edition. Of 2,884 growth figures of 2010 to 2023 in the World Bank’s editions of April 2025 and April 2026, 1.1 % differ by more.',
  },
  growthRevisionShare: { value: 0.4, unit: 'share', decides: 'See `growthRevision`.' },
  growthNearZero: {
    value: 0.5,
    unit: 'percentage points',
    decides: 'A published change this close to zero counts neither as growth nor as decline.',
  },
  growthOtherWay: {
    value: 2,
    unit: 'percentage points',
    decides: 'Revisions cannot explain a published change in the opposite direction that is larger than this.',
  },
  stagnantGrowth: { value: 1, unit: 'per cent', decides: 'In a year with a change up to this, output stagnated.' },
  livelyGrowth: { value: 3, unit: 'per cent', decides: 'In a year with a change above this, output did not stagnate.' },
} as const
