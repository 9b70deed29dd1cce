/* Draws the claim graph of one event when its part of the page is opened. Everything else on the page works without. */
(() => {
  "use strict";
  const part = document.getElementById("graph");
  const source = document.getElementById("graph-data");
  if (!part || !source || typeof cytoscape !== "function") return;
  const events = JSON.parse(source.textContent).events;
  const choice = part.querySelector("select");
  const canvas = part.querySelector(".graph-canvas");
  const told = part.querySelector(".graph-told");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  let drawn = null;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const shapes = { circle: "ellipse", diamond: "diamond", square: "rectangle", triangle: "triangle" };

  const style = () => [
    { selector: "node", style: {
        label: "data(label)", "font-size": 13, color: colour("--ink"), "text-wrap": "wrap", "text-max-width": 170,
        "text-valign": "bottom", "text-margin-y": 4, "border-width": 1, "border-color": colour("--ink") } },
    ...["0", "1", "2", "3", "4", "5", "6", "7", "none"].map((hue) => ({
        selector: `node[hue = "${hue}"]`, style: { "background-color": colour(`--side-${hue}`) } })),
    ...Object.entries(shapes).map(([shape, drawnAs]) => ({
        selector: `node[shape = "${shape}"]`, style: { shape: drawnAs } })),
    { selector: "node[kind = 'finding']", style: {
        shape: "star", "background-color": colour("--paper"), "text-valign": "center", "text-margin-y": 0,
        width: 34, height: 34, "font-size": 14 } },
    { selector: "edge", style: { width: 1, "line-color": colour("--line-strong"), "curve-style": "bezier" } },
    { selector: "edge[kind = 'contradiction']", style: { width: 3, "line-color": colour("--severe") } },
    { selector: "edge[kind = 'tension']", style: {
        width: 2, "line-color": colour("--severe"), "line-style": "dashed" } },
    { selector: "edge[kind = 'link']", style: { "line-style": "dotted" } },
    { selector: "edge[kind = 'copy']", style: { "target-arrow-shape": "triangle", "line-style": "dashed" } },
    { selector: ":selected", style: { "border-width": 4 } },
  ];

  /* The layout starts from a circle, so that one event is always drawn in one way. */
  const around = (n, of) => ({ x: 300 * Math.cos(2 * Math.PI * n / of), y: 300 * Math.sin(2 * Math.PI * n / of) });

  const elements = (event) => [
    ...event.nodes.map((node, n) => ({ group: "nodes", data: { ...node, hue: String(node.hue) },
      position: around(n, event.nodes.length) })),
    ...event.edges.map((edge, n) => ({ group: "edges", data: { id: `edge-${n}`, ...edge } })),
  ];

  const draw = () => {
    const event = events[Number(choice.value)];
    if (drawn) drawn.destroy();
    drawn = cytoscape({
      container: canvas, elements: elements(event), style: style(), maxZoom: 2.5,
      layout: { name: "cose", animate: false, randomize: false, padding: 30, nodeOverlap: 40,
        idealEdgeLength: () => 110, nodeRepulsion: () => 60000 },
    });
    drawn.on("select tap", "node", (tap) => { told.textContent = tap.target.data("text"); });
    told.textContent = "";
    part.dataset.nodes = drawn.nodes().length;
    part.dataset.edges = drawn.edges().length;
    if (!calm) canvas.classList.add("drawn");
  };

  events.forEach((event, n) => choice.add(new Option(event.label, String(n))));
  choice.addEventListener("change", draw);
  part.addEventListener("toggle", () => { if (part.open && !drawn) draw(); });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (drawn) drawn.style(style()); });
  part.hidden = false;
})();
