/** Styles of the page for light and dark mode and for print. Contrast is at least 4.5 to 1 for text and 3 to 1 for marks. */
export const pageStyle = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1a1c1e;--soft:#50565c;--line:#c9ced3;--wash:#f3f5f7;--s0:#005a9c;--s1:#b34700;--s2:#00704e;--s3:#8f3f78;--s4:#5b5b00;--s5:#444b52;--mark:#005a9c;--tint:#9fc3e3;--break:#b3470022}
@media (prefers-color-scheme:dark){:root{--ground:#15181b;--ink:#e9ecee;--soft:#aab2ba;--line:#474e55;--wash:#1f2429;--s0:#6cb8f0;--s1:#f2a25c;--s2:#4fd0a0;--s3:#e29ac9;--s4:#d3cb4f;--s5:#c2c9cf;--mark:#6cb8f0;--tint:#2f5f86;--break:#f2a25c33}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;max-width:68rem;padding:1.5rem 1.25rem 4rem;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:break-word}
h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 .6rem}h2{font-size:1.35rem;line-height:1.25;margin:2.6rem 0 .6rem;padding-top:.7rem;border-top:2px solid var(--ink)}h3{font-size:1.1rem;margin:1.7rem 0 .4rem}h4{font-size:1rem;margin:1.2rem 0 .3rem}
p,ul,ol,dl{margin:.5rem 0;max-width:44rem}li{margin:.3rem 0}
a{color:var(--s0)}a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--s1);outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{position:static}
.lead{font-size:1.1rem}.soft,.key,figcaption,caption,.when{color:var(--soft)}
nav ul{display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;list-style:none;padding:0;max-width:none}
.state{display:inline-block;font-size:.8rem;font-weight:400;border:1px solid var(--soft);border-radius:.6rem;padding:0 .5rem;margin-left:.5rem;vertical-align:middle;color:var(--soft)}
.state.gap{border-style:dashed}
.pair{display:flex;flex-wrap:wrap;gap:1rem 2rem;align-items:flex-start}.pair>*{flex:1 1 21rem;min-width:0}
figure{margin:1rem 0;max-width:45rem;min-width:0;break-inside:avoid}
figure.wide{max-width:none}figcaption,caption{font-weight:600;text-align:left;font-size:.95rem;margin-bottom:.35rem;color:var(--ink)}
.key{font-size:.85rem;margin:.35rem 0}.entry{display:inline-block;margin-right:.7rem;color:var(--ink)}.entry svg{width:30px;height:14px;vertical-align:-2px;margin-right:.25rem}
svg{display:block;overflow:visible}svg.slim{width:100%;max-width:30rem}svg.wide{width:100%;min-width:40rem}.entry svg{display:inline-block}
svg text{font-family:inherit;fill:var(--ink)}.tick{font-size:10.5px;fill:var(--soft)}.tick.dark{fill:var(--ink)}.name{font-size:11.5px;font-weight:600}.figure{font-size:11px}.node{font-size:11px;paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}
.grid{stroke:var(--line);stroke-width:.7;fill:none}.axis{stroke:var(--soft);stroke-width:1}.track{stroke:var(--line);stroke-width:2;fill:none}
.untold{stroke:var(--soft);stroke-width:2;stroke-dasharray:2 5;fill:none}.unknown{fill:url(#hatch);stroke:var(--soft);stroke-width:.8}
.interval{fill:var(--tint)}.level{fill:var(--mark);stroke:var(--ground);stroke-width:1.2}
.band{fill:var(--s0);fill-opacity:.2}.whisker{stroke:var(--s0);stroke-width:3;stroke-opacity:.35}
.break{fill:var(--break)}.break-line{stroke:var(--s1);stroke-width:1.5;stroke-dasharray:5 3}
.event{stroke:var(--soft);stroke-width:1.2;fill:none}.event.against{stroke:var(--s1)}
.line{fill:none;stroke-width:1.6}.mark{stroke:var(--ground);stroke-width:.6}.mark.open{fill:none;stroke-width:1.6}
.s0{fill:var(--s0)}.s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}.s4{fill:var(--s4)}.s5{fill:var(--s5)}
.line.s0,.open.s0{stroke:var(--s0);fill:none}.line.s1,.open.s1{stroke:var(--s1);fill:none;stroke-dasharray:6 2}.line.s2,.open.s2{stroke:var(--s2);fill:none;stroke-dasharray:2 2}.line.s3,.open.s3{stroke:var(--s3);fill:none;stroke-dasharray:8 2 2 2}.line.s4,.open.s4{stroke:var(--s4);fill:none;stroke-dasharray:4 4}.line.s5,.open.s5{stroke:var(--s5);fill:none;stroke-dasharray:1 3}
.mark.open{stroke-dasharray:none}
.rung,.standing{fill:var(--mark)}.held{fill:url(#hatch);stroke:var(--mark);stroke-width:1}.empty{fill:none;stroke:var(--line);stroke-width:1}.threshold{stroke:var(--ink);stroke-width:2.5}
.standing{fill-opacity:.22;stroke:var(--mark);stroke-width:.6}.act{fill:var(--mark);stroke:var(--ground);stroke-width:.7}.against{stroke:var(--s1);stroke-width:1.8;fill:none}
.votes-same{fill:var(--mark)}.votes-partial{fill:var(--tint);stroke:var(--mark);stroke-width:.5}.votes-opposing{fill:var(--s1)}
.link{fill:none;stroke:var(--soft);stroke-opacity:.32}.node-state{fill:var(--s0)}.node-bloc{fill:var(--s2)}.node-organisation{fill:var(--s3)}.node-person{fill:var(--s1)}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;margin:.3rem 0 .6rem}
th,td{padding:.25rem .6rem .25rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);min-width:3.5rem}th[scope=row]{font-weight:400;min-width:10rem}td:last-child,th:last-child{padding-right:0}.right{text-align:right}
details{margin:.4rem 0;max-width:100%}summary{cursor:pointer}details.data>summary,td summary{font-size:.9rem;color:var(--soft)}details[open]>summary{margin-bottom:.3rem}
details.rung-items{border-left:3px solid var(--line);padding-left:.8rem}
details.data td.left{min-width:8rem}details.data td.left:last-child{min-width:14rem}td.when,td.when:last-child{min-width:0!important}td details{min-width:9rem;margin:0}td.when{color:inherit;white-space:nowrap}td.long{min-width:11rem}thead th{white-space:nowrap}td details[open]{max-width:26rem}code{font-size:.85em;overflow-wrap:anywhere;background:var(--wash)}
ul.items{padding-left:1.1rem}.date{white-space:nowrap}.when{font-variant-numeric:tabular-nums;white-space:nowrap}.sign{font-weight:700}
dt{font-weight:600;margin-top:.7rem}dd{margin:.1rem 0 .4rem}
.hidden{position:absolute;width:0;height:0;overflow:hidden}
footer{margin-top:3rem;border-top:1px solid var(--line);font-size:.9rem;color:var(--soft)}
@media (max-width:40rem){body{padding:1rem .85rem 3rem}h1{font-size:1.5rem}td,th{padding-right:.5rem}caption{position:sticky;left:0;max-width:calc(100vw - 1.8rem)}}
@media print{@page{size:A4;margin:16mm 14mm}:root{color-scheme:light;--ground:#fff;--ink:#000;--soft:#3c4146;--line:#b9bec3;--wash:#fff;--s0:#005a9c;--s1:#b34700;--s2:#00704e;--s3:#8f3f78;--s4:#5b5b00;--s5:#444b52;--mark:#005a9c;--tint:#9fc3e3;--break:#b3470022}
html{font-size:9.3pt}body{max-width:none;padding:0}p,ul,dl{max-width:none}table{width:auto;max-width:100%}.when,thead th{white-space:normal}td details{min-width:0;overflow-wrap:anywhere}td:last-child details[open]{min-width:14rem}th,td,details.data td.left,details.data td.left:last-child,td.long{padding-right:.45rem;min-width:0}th[scope=row]{min-width:7rem}h2{margin-top:1.4rem;break-after:avoid}h3,h4,caption{break-after:avoid}nav,.skip,details:not([open]).data{display:none}svg.wide{min-width:0}svg.slim{max-width:9.4cm}.scroll{overflow:visible}tr,li,figure{break-inside:avoid}a{color:inherit;text-decoration:none}.pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.4rem 1rem}.pair:has(details[open]){grid-template-columns:minmax(0,1fr)}.pair>*{min-width:0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`
