/**
 * Returns SQL that turns the tables `trade_agreements` and `memberships` into spells of pairs: one row for each agreement, pair of states (in the order of
 * their codes) and unbroken time in which it stood the same way, with the columns `a`, `b`, `agreement`, `kind`, `status` (`in force` or `suspended`),
 * `from_date` and `to_date` (the last day; NULL = to this day).
 *
 * A party that is a bloc stands for its members of the day, one that is another agreement for the parties of that agreement on the day. An agreement with
 * sides binds the pairs across them: that of the European Union with Chile binds Chile and each member; the members among themselves are bound by the customs
 * union. A date told as a year or month counts from its first day, an end to its last.
 *
 * @param where   a condition on the columns of the result, such as `a = 'CHN'`; all pairs by default
 * @example tradeAgreementPairs("a = 'CHL'").includes("WHERE a = 'CHL'")   // true
 */
export const tradeAgreementPairs = (where = 'true'): string => `
WITH told AS (
  SELECT agreement, kind, role, side, party, other_party, start_date::DATE AS first, coalesce(end_date, '9999-12-31')::DATE AS last
  FROM trade_agreements),
listed AS (SELECT * FROM told WHERE role = 'party'),
-- parties of each agreement by rows of its own, with its blocs as their members
direct AS (
  SELECT agreement, side, party AS state, first, last FROM listed WHERE party NOT IN (SELECT agreement FROM listed)
  UNION ALL
  SELECT l.agreement, l.side, m.state, greatest(l.first, m.start_date::DATE), least(l.last, coalesce(m.end_date, '9999-12-31')::DATE)
  FROM listed l JOIN memberships m ON m.bloc = l.party AND m.role = 'member' WHERE l.party = l.agreement),
-- and with the parties of agreements that are parties themselves
bound AS (
  SELECT * FROM direct WHERE first <= last
  UNION ALL
  SELECT l.agreement, l.side, d.state, greatest(l.first, d.first), least(l.last, d.last)
  FROM listed l JOIN direct d ON d.agreement = l.party AND l.party <> l.agreement WHERE greatest(l.first, d.first) <= least(l.last, d.last)),
spells AS (
  SELECT agreement, x.state AS a, y.state AS b, 'in force' AS status, greatest(x.first, y.first) AS first, least(x.last, y.last) AS last
  FROM bound x JOIN bound y USING (agreement)
  WHERE x.state < y.state AND (x.side IS NULL OR x.side <> y.side) AND greatest(x.first, y.first) <= least(x.last, y.last)
  UNION ALL
  SELECT agreement, party, other_party, role, first, last FROM told WHERE role <> 'party'),
-- the days on which something changes for a pair, and the time from each to the next
days AS (SELECT agreement, a, b, first AS day FROM spells UNION SELECT agreement, a, b, last + 1 FROM spells),
pieces AS (
  SELECT agreement, a, b, day AS first, lead(day) OVER (PARTITION BY agreement, a, b ORDER BY day) - 1 AS last FROM days),
standing AS (
  SELECT p.agreement, p.a, p.b, p.first, p.last,
    CASE WHEN bool_or(s.status = 'not in force') OR NOT bool_or(s.status = 'in force') THEN NULL
         WHEN bool_or(s.status = 'suspended') THEN 'suspended' ELSE 'in force' END AS status
  FROM pieces p JOIN spells s ON s.agreement = p.agreement AND s.a = p.a AND s.b = p.b AND s.first <= p.first AND s.last >= p.last
  WHERE p.last IS NOT NULL GROUP BY ALL),
-- neighbouring pieces that stand the same way are one spell
islands AS (
  SELECT *, sum(begins) OVER (PARTITION BY agreement, a, b ORDER BY first) AS island FROM (
    SELECT *, CASE WHEN lag(status) OVER pair IS NOT DISTINCT FROM status AND lag(last) OVER pair = first - 1 THEN 0 ELSE 1 END AS begins
    FROM standing WINDOW pair AS (PARTITION BY agreement, a, b ORDER BY first)))
SELECT * FROM (
  SELECT i.a, i.b, i.agreement, k.kind, any_value(i.status) AS status, min(i.first)::VARCHAR AS from_date,
    nullif(max(i.last), DATE '9999-12-31')::VARCHAR AS to_date
  FROM islands i JOIN (SELECT DISTINCT agreement, kind FROM listed) k ON k.agreement = i.agreement
  WHERE i.status IS NOT NULL GROUP BY i.a, i.b, i.agreement, k.kind, i.island)
WHERE ${where} ORDER BY a, b, from_date, agreement`
