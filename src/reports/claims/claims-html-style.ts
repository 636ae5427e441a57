/** Additional styles of the page of a text: verdicts differ by sign, word and line as well as by colour. */
export const claimsStyle = `
:root{--right:#00653f;--near:#5b5b00;--wrong:#a61b14;--untold:#444b52}
@media (prefers-color-scheme:dark){:root{--right:#5fd6a4;--near:#d8d05a;--wrong:#ff9d92;--untold:#c2c9cf}}
.supported{--verdict:var(--right);--line-style:solid}.partly{--verdict:var(--near);--line-style:dashed}.contradicted{--verdict:var(--wrong);--line-style:wavy}.unverifiable{--verdict:var(--untold);--line-style:dotted}
a.claim{color:inherit;text-decoration:underline var(--line-style) var(--verdict) 2px;text-underline-offset:3px;background:var(--wash)}
a.claim.contradicted{font-weight:600}
.tag{font-weight:700;color:var(--verdict)}a.claim .tag{display:inline-block;font-size:.78em;line-height:1;white-space:nowrap;vertical-align:.25em;margin-left:.15em}
.answer{font-size:.78rem;color:var(--soft);border:1px solid var(--line);border-radius:.5rem;padding:0 .35rem;margin:0 .25rem 0 .15rem;white-space:nowrap}
.passage{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 2rem;padding:.6rem 0;border-top:1px solid var(--line)}
.passage:first-of-type{border-top:0}.words>p{line-height:1.75;margin-top:.2rem}.words .heading{font-weight:600;font-size:1.1rem}.words .quote{border-left:3px solid var(--line);padding-left:.8rem}.words .item::before{content:"• "}
.page-number{font-size:.8rem;color:var(--soft);margin:0}
.card{border:1px solid var(--line);border-left:5px solid var(--verdict);padding:.5rem .8rem .6rem;margin:0 0 .8rem;background:var(--ground);overflow-wrap:anywhere}
.card.partly{border-left-style:dashed}.card.contradicted{border-left-style:double;border-left-width:8px}.card.unverifiable{border-left-style:dotted}
.card:target{outline:3px solid var(--s1);outline-offset:2px}a.claim:target{outline:3px solid var(--s1);outline-offset:2px}
.card h3{font-size:1rem;margin:0 0 .2rem;color:var(--verdict)}.card p{margin:.35rem 0}.card figure{margin:.5rem 0}
dl.slots{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem .9rem;font-size:.92rem}dl.slots dt{font-weight:400;color:var(--soft);margin:0}dl.slots dd{margin:0}
ul.rows{font-size:.88rem;padding-left:1.1rem}
.tally{display:flex;flex-wrap:wrap;gap:.4rem 1rem;list-style:none;padding:0}.tally li{border:1px solid var(--line);border-left:5px solid var(--verdict);padding:.15rem .7rem;margin:0}.tally b{color:var(--verdict)}
@media (min-width:52.01rem) and (min-height:48rem) and (not print){.brief{position:sticky;top:.5rem;align-self:start}}
@media (max-width:52rem){.passage{display:block}}
@media print{:root{--right:#00653f;--near:#5b5b00;--wrong:#a61b14;--untold:#444b52}.passage{display:block}.card{background:none;box-decoration-break:clone}.card h3,.card h3+p,.card p:has(+ul.rows){break-after:avoid}.card .back,.card summary,.card details.data{display:none}.card details::details-content{content-visibility:visible;block-size:auto}a.claim{text-decoration:underline var(--line-style) var(--verdict) 2px}}
`
