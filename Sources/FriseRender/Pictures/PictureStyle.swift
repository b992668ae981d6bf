/// The look of pictures: colours as attributes, so that every program shows them, and a style sheet
/// for what attributes cannot say.
///
/// Nothing is told by hue alone: solid, faded, dashed and hollow differ in grey too.
enum PictureStyle {
  /// The ground.
  static let paper = "#ffffff"
  /// Texts and the axis.
  static let ink = "#1b1f24"
  /// What matters less.
  static let muted = "#57606b"
  /// Guides.
  static let grid = "#d8dee5"
  /// The strokes of a tree.
  static let guide = "#98a3af"
  /// Bars and points.
  static let accent = "#1f5d8c"

  /// The rules of pictures. Dark grounds are for screens only: paper is white.
  static let picture = """
    .fr-item{outline:none;cursor:default;text-decoration:none}
    .fr-item .fr-halo{stroke:none;fill:none}
    .fr-item:hover .fr-halo{fill:#8a97a6;fill-opacity:.16}
    .fr-item:focus .fr-halo{stroke:#b4530a;stroke-width:3;fill:#f0a35c;fill-opacity:.16}
    .fr-item:focus .fr-tip,.fr-item:hover .fr-tip{display:inline}
    .fr-tip{pointer-events:none}
    @media screen and (prefers-color-scheme:dark){
    .fr-paper{fill:#14181d}.fr-ink{fill:#e9ecef}.fr-muted{fill:#a3adb8}
    .fr-grid{stroke:#343c46}.fr-axis{stroke:#e9ecef}
    .fr-guide{stroke:#66717e}
    .fr-fill{fill:#78b7ea}.fr-line{stroke:#78b7ea}.fr-stop{stop-color:#78b7ea}
    .fr-item:focus .fr-halo{stroke:#ffb26b}
    }
    @media print{.fr-tip{display:none!important}}
    """

  /// The rules of a page around a picture.
  static let page = """
    :root{color-scheme:light dark}
    body{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',Arial,\
    sans-serif;line-height:1.45;color:#1b1f24;background:#fff;max-width:78rem;margin:0 auto;\
    padding:1.5rem 1.25rem 3rem}
    h1{font-size:1.9rem;line-height:1.15;margin:.2em 0 .1em}
    h2{font-size:1.2rem;margin:2em 0 .5em}
    p{margin:.2em 0}
    .fr-caption,.fr-notes{color:#57606b}
    main{overflow-x:auto}
    figure{margin:1rem 0}
    figure svg{display:block;min-width:46rem;width:100%;height:auto;overflow:visible}
    .fr-table{overflow-x:auto}
    table{border-collapse:collapse;font-size:.95rem}
    caption{text-align:left;padding-bottom:.5em;color:#57606b}
    th,td{text-align:left;vertical-align:top;padding:.3em .9em .3em 0;\
    border-bottom:1px solid #d8dee5}
    td{max-width:34rem;overflow-wrap:break-word}
    thead th{border-bottom:2px solid #1b1f24}
    tfoot td{border:0;font-size:.85rem;color:#57606b}
    .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    tr:target{background:#fbe3cc;outline:3px solid #b4530a;scroll-margin-top:30vh}
    @media screen and (prefers-color-scheme:dark){
    body{color:#e9ecef;background:#14181d}
    .fr-caption,.fr-notes,caption,tfoot td{color:#a3adb8}
    th,td{border-color:#343c46}thead th{border-color:#e9ecef}
    tr:target{background:#4a2f14;outline-color:#ffb26b}
    }
    @media print{
    @page{size:landscape;margin:12mm}
    body{max-width:none;padding:0;font-size:10pt}
    main,.fr-table{overflow:visible}
    figure svg{min-width:0;break-inside:avoid}
    thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}
    }
    """
}
