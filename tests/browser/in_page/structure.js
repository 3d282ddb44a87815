// Structure: headings, tables, links, and nothing that runs.

function structure() {
  return [...headings(), ...tables(), ...links(), ...policy(), ...scripts()];
}

function headings() {
  const found = all("h1, h2, h3, h4, h5, h6").filter((each) => each.checkVisibility());
  const levels = found.map((each) => Number(each.tagName[1]));
  const firsts = levels.filter((level) => level === 1).length;
  const faults = found
    .map((each, place) => [each, levels[place - 1] ?? 0, levels[place]])
    .filter(([, before, level]) => level > before + 1)
    .map(([each, before, level]) => fault("headings", each, `h${level} follows h${before}`));
  if (firsts === 1) return faults;
  return [fault("headings", document.body, `${firsts} headings of level 1`), ...faults];
}

function tables() {
  return all("table")
    .filter((each) => !/^(presentation|none)$/.test(each.getAttribute("role") ?? ""))
    .flatMap((table) => {
      const heads = [...table.querySelectorAll("th")];
      const loose = heads.filter((each) => !/^(col|row)(group)?$/.test(each.scope));
      return [
        ...(table.caption && words(table.caption) ? [] : [fault("caption", table, "no caption")]),
        ...(heads.length ? [] : [fault("scope", table, "no header cell")]),
        ...loose.map((each) => fault("scope", each, "a header cell without a scope")),
        ...emptyGroups(table),
      ];
    });
}

function emptyGroups(table) {
  return [...table.querySelectorAll("th[scope=rowgroup]")]
    .filter((each) => !each.closest("tbody").querySelector("td"))
    .map((each) => fault("scope", each, "the header of a group without any cell"));
}

function links() {
  return all('a[href^="#"]')
    .filter((each) => !document.getElementById(decodeURIComponent(each.hash.slice(1))))
    .map((each) => fault("link", each, `${each.hash} is not on this page`));
}

function policy() {
  const tight = all('meta[http-equiv="Content-Security-Policy" i]').some((each) =>
    each.content.startsWith("default-src 'none';"),
  );
  return tight ? [] : [fault("policy", document.head, "no policy that begins with nothing")];
}

function scripts() {
  const runs = (each) =>
    (each.tagName === "SCRIPT" && !isData(each) && !isTheFormsOwn(each)) ||
    [...each.attributes].some(
      ({ name, value }) => name.startsWith("on") || /^\s*javascript:/i.test(value),
    );
  return all("*").filter(runs).map((each) => fault("script", each, "something that runs"));
}

function isData(script) {
  return script.type === "application/json";
}

/** A page to fill in cannot do without a script: one in the page itself, which the policy names by
    its hash and beside which it names nothing. (That it is the right one is seen by the browser.) */
function isTheFormsOwn(script) {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy" i]');
  const named = policy?.content.match(/script-src ([^;]*)/)?.[1].trim() ?? "";
  const alone = all("script").filter((each) => !isData(each)).length === 1;
  return alone && !script.src && document.forms.length > 0 && /^'sha256-[^' ]+'$/.test(named);
}

/** From here on everything is seen that somebody can open. */
function openAll() {
  for (const each of all("details")) each.open = true;
}
