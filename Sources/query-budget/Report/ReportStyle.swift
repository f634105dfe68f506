/// The style of the page: from a phone to a wide screen, light and dark, and on paper.
enum ReportStyle {
  static let text =
    ":root{color-scheme:light dark;\(ReportColours.declarations(ReportColours.light))}\n"
    + "@media (prefers-color-scheme:dark){:root{"
    + "\(ReportColours.declarations(ReportColours.dark))}}\n"
    + base + controls + measurement + statement + plot + wide + paper

  private static let base = """
    *{box-sizing:border-box}
    [hidden]{display:none!important}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;max-width:1280px;padding:20px 12px 40px;background:var(--page);
    color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",
    Arial,sans-serif;overflow-wrap:anywhere}
    code,pre,.law,.path{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,
    "DejaVu Sans Mono","Liberation Mono",monospace;font-size:.875em}
    code,pre,.name,.path,.law,li,dd{unicode-bidi:isolate}
    h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
    h1{font-size:1.6rem;line-height:1.2;letter-spacing:-.015em;font-weight:650}
    h2{font-size:1rem;line-height:1.35;font-weight:620}
    h3{font-size:.75rem;font-weight:620;letter-spacing:.05em;text-transform:uppercase;
    color:var(--soft);margin-bottom:6px}
    a{color:var(--link)}
    :focus-visible{outline:2px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-999px;top:0;background:var(--card);padding:8px 14px;z-index:3}
    .skip:focus{left:8px;top:8px}
    .subject{color:var(--soft);margin-top:4px}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(94px,1fr));gap:8px;
    margin:18px 0 14px}
    .tile{background:var(--card);border:1px solid var(--line);border-radius:8px;
    padding:8px 10px 9px}
    .tile dt{color:var(--soft);font-size:.78rem;white-space:nowrap}
    .tile dd{font-size:1.5rem;line-height:1.2;font-weight:620;font-variant-numeric:tabular-nums}
    .tile[data-tone=bad] dd{color:var(--bad)}
    .tile[data-tone=warn] dd{color:var(--warn)}
    .tile[data-tone=good] dd{color:var(--good)}
    .note,.empty{color:var(--soft);font-size:.8125rem}
    .empty{padding:36px 12px;text-align:center;font-size:1rem}
    footer{margin-top:24px;color:var(--soft);font-size:.8125rem}

    """

  private static let controls = """
    #controls{display:grid;grid-template-columns:1fr 1fr;gap:8px 10px;align-items:end;
    padding:10px 0;background:var(--page)}
    #controls label{display:block;min-width:0}
    #controls .find,#controls .buttons,#shown{grid-column:1/-1}
    #controls label span{display:block;color:var(--soft);font-size:.75rem;margin-bottom:2px}
    #controls input,#controls select,#controls button{width:100%;min-height:38px;padding:5px 10px;
    font:inherit;color:var(--text);background:var(--card);border:1px solid var(--edge);
    border-radius:6px}
    #controls ::placeholder{color:var(--soft);opacity:1}
    #controls button{cursor:pointer}
    #controls button:hover{background:var(--calm-ground)}
    .buttons{display:flex;gap:10px}
    #shown{color:var(--soft);font-size:.875rem;font-variant-numeric:tabular-nums}

    """

  private static let measurement = """
    #measurements:focus{outline:none}
    .m{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--line);
    border-radius:8px;margin-bottom:8px;scroll-margin-top:12px;content-visibility:auto;
    contain-intrinsic-size:auto 76px}
    .m[open]{contain-intrinsic-size:auto 460px}
    .m[data-tone=bad]{border-left-color:var(--bad)}
    .m[data-tone=warn]{border-left-color:var(--warn)}
    .m[data-tone=good]{border-left-color:var(--good)}
    .m:target{border-color:var(--link)}
    summary{cursor:pointer;list-style:none}
    summary::-webkit-details-marker{display:none}
    .m>summary{display:block;padding:11px 14px 11px 32px;position:relative;
    border-radius:6px}
    summary::before{content:"";position:absolute;width:6px;height:6px;border:solid var(--soft);
    border-width:0 2px 2px 0;transform:rotate(-45deg)}
    [open]>summary::before{transform:rotate(45deg)}
    .m>summary::before{left:14px;top:18px}
    .m>summary:hover .name{text-decoration:underline;text-underline-offset:3px}
    .row{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;
    gap:2px 14px;margin-bottom:2px}
    .path{color:var(--soft);font-size:.78rem}
    .law{font-size:.9rem}
    .law .unit{color:var(--soft);font-family:system-ui,sans-serif;font-size:.8125rem}
    .was{color:var(--soft)}
    .arrow{color:var(--soft)}
    .badges{display:flex;flex-wrap:wrap;gap:4px}
    .badge{display:inline-block;padding:1px 8px;border-radius:99px;font:560 .75rem/1.5 system-ui,
    sans-serif;white-space:nowrap;color:var(--calm);background:var(--calm-ground)}
    .badge.bad{color:var(--bad);background:var(--bad-ground)}
    .badge.warn{color:var(--warn);background:var(--warn-ground)}
    .badge.good{color:var(--good);background:var(--good-ground)}
    .body{padding:2px 14px 16px;display:grid;gap:16px}
    .place{display:flex;flex-wrap:wrap;gap:2px 14px;color:var(--soft);font-size:.8125rem}
    .grid{display:grid;gap:18px;grid-template-columns:minmax(0,1fr)}
    .failure pre{margin:0;padding:10px 12px;white-space:pre-wrap;background:var(--well);
    border-left:3px solid var(--bad);border-radius:0 6px 6px 0;font-size:.8125rem;line-height:1.5}
    #unreadable{background:var(--card);border:1px solid var(--bad);border-radius:8px;
    padding:12px 16px;margin-bottom:14px}
    .change ul,#unreadable ul{padding-left:18px}
    .change b{font-weight:560}

    """

  private static let statement = """
    .statements ol{list-style:none}
    .statements .note{margin:-4px 0 6px}
    .s{border-top:1px solid var(--line);padding-left:18px}
    .s:last-child{border-bottom:1px solid var(--line)}
    .s summary{position:relative;padding:7px 0;border-radius:4px}
    .s summary::before{left:-15px;top:14px}
    .kind{display:inline-block;min-width:3.4em;color:var(--soft);font-size:.8125rem}
    .runs{font-size:.8125rem;font-variant-numeric:tabular-nums}
    .runs b{font-weight:620}
    .sql{display:block;white-space:pre-wrap;margin-top:2px;line-height:1.45;max-width:110ch}
    .s dl{display:grid;gap:5px;padding:0 0 11px;font-size:.875rem}
    .s dl div{display:grid;grid-template-columns:6.2em minmax(0,1fr);gap:10px}
    .s dt{color:var(--soft);font-size:.8125rem}
    .plan{list-style:none}
    .s[data-tone=bad] dd strong{color:var(--bad)}

    """

  private static let plot = """
    .numbers{display:grid;gap:10px;align-content:start;min-width:0}
    .plot{display:block;width:100%;max-width:400px;height:auto;overflow:visible}
    .plot text{font:11px system-ui,sans-serif;fill:var(--soft);font-variant-numeric:tabular-nums}
    .plot .mid{text-anchor:middle}
    .plot .end{text-anchor:end}
    .plot .rule{stroke:var(--line)}
    .plot .zero{stroke:var(--edge)}
    .plot g path{stroke-width:2;fill:var(--card)}
    .plot g .line{fill:none;stroke-linejoin:round}
    .plot .a0{stroke:var(--a0)}
    .plot .a1{stroke:var(--a1)}
    .plot .a2{stroke:var(--a2)}
    .plot .a3{stroke:var(--a3)}
    .plot .before{stroke:var(--before)}
    .plot .before path{stroke-width:1.5}
    .plot .before .line{stroke-dasharray:5 4}
    .plot .label{stroke:none;font-weight:620;font-size:12px}
    .plot text.a0{fill:var(--a0)}
    .plot text.a1{fill:var(--a1)}
    .plot text.a2{fill:var(--a2)}
    .plot text.a3{fill:var(--a3)}
    .plot text.before{fill:var(--soft);font-weight:400}
    table{border-collapse:collapse;font-size:.8125rem;font-variant-numeric:tabular-nums;
    justify-self:start;max-width:100%}
    caption{text-align:left;color:var(--soft);font-size:.75rem;padding-bottom:3px}
    th,td{text-align:right;padding:2px 0 2px 18px;border-top:1px solid var(--line)}
    th:first-child,td:first-child{padding-left:0}
    th{font-weight:500;color:var(--soft);white-space:nowrap}
    .axis{white-space:normal;overflow-wrap:anywhere}

    """

  private static let wide = """
    @media (min-width:700px){
    body{padding:28px 24px 48px}
    #controls{display:flex;flex-wrap:wrap;position:sticky;top:0;z-index:2;margin-bottom:4px;
    border-bottom:1px solid var(--line)}
    #controls .find{flex:1 1 220px}
    #controls button{width:auto;white-space:nowrap}
    #shown{flex:1 0 100%}
    .m{scroll-margin-top:104px}
    .body{padding:2px 18px 18px 32px}
    }
    @media (min-width:520px) and (max-width:959px){
    .numbers{grid-template-columns:minmax(0,1fr) auto;gap:24px;align-items:start}
    }
    @media (min-width:960px){
    .grid{grid-template-columns:340px minmax(0,1fr);gap:32px}
    }

    """

  private static let paper = """
    @media print{
    :root{color-scheme:light;\(ReportColours.declarations(ReportColours.light));--page:#fff;
    --well:#fff;--soft:#333;--text:#000}
    body{max-width:none;padding:0;font-size:10pt}
    #controls,.skip,.place a,summary::before{display:none!important}
    details::details-content{content-visibility:visible;block-size:auto}
    .m{content-visibility:visible;break-inside:auto}
    .s,.plot,table,.tile{break-inside:avoid}
    .m>summary{break-after:avoid}
    .badge{border:1px solid currentColor}
    }
    """
}
