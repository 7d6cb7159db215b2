/** How the page of a comparison looks: the reader's own fonts and light or dark, wide tables that scroll by themselves. */
export const comparisonStyle = `
:root { color-scheme: light dark; --line: light-dark(#d0d0d0, #444); --faint: light-dark(#666, #999);
  --bad: light-dark(#b00020, #ff7a85); --good: light-dark(#1a7f37, #5fd38a); --odd: light-dark(#8a5a00, #e3b341); }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; }
.verdict { font-weight: 600; margin: .3rem 0; } .bad { color: var(--bad); } .good { color: var(--good); }
details.section { margin: 1rem 0; border-top: 1px solid var(--line); padding-top: .5rem; }
details.section > summary { font-weight: 600; cursor: pointer; }
details.change { margin: .3rem 0 .3rem 1rem; } details.change > summary { cursor: pointer; }
summary:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.remark { color: var(--odd); margin: .3rem 0; }
.message { color: var(--faint); display: block; margin-left: 1.2rem; }
.to-fail, .to-crash, .to-timeout, .to-flake, .to-missing { color: var(--bad); font-weight: 600; }
.to-skip, .to-warn { color: var(--odd); font-weight: 600; } .to-pass { color: var(--good); font-weight: 600; }
.to-none, .same { color: var(--faint); }
.wide { overflow-x: auto; } table { border-collapse: collapse; margin: .5rem 0; font-size: .9rem; }
th, td { border: 1px solid var(--line); padding: .2rem .5rem; text-align: left; vertical-align: top; }
code { font: .85em ui-monospace, monospace; overflow-wrap: anywhere; } td code { overflow-wrap: normal; }
@media print { details::details-content { content-visibility: visible; } body { max-width: none; } }
`;
