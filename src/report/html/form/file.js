"use strict";
// The answers as a file, as `assess` itself would write it: TOML, one line a question, in the order of the questions.
const answersFile = (() => {
  const control = (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  const short = { "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\" };
  const basic = (text) => `"${text.replaceAll(/[\u0000-\u001f\u007f"\\]/g, (it) => short[it] ?? control(it))}"`;

  // The plainest spelling on one line: "…", else '…', else with three marks, else with escapes.
  const string = (text) => {
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(text) || !/["\\]/.test(text)) return basic(text);
    if (!text.includes("'")) return `'${text}'`;
    if (!/\\|"""/.test(text)) return `"""${text.replaceAll("\t", "\\t")}"""`;
    return text.includes("'''") ? basic(text) : `'''${text}'''`;
  };
  const list = (texts) => `[${texts.map(string).join(", ")}]`;
  const key = (name) => (/^[\w-]+$/.test(name) ? name : string(name));
  const table = (fields) => `{ ${fields.map(([name, value]) => `${key(name)} = ${value}`).join(", ")} }`;
  const lines = (fields) => fields.filter(([, value]) => value !== null).map(([name, value]) => `${key(name)} = ${value}`);
  const some = (text) => (text ? string(text) : null);
  const reason = (it) => (it.until ? table([["reason", string(it.reason)], ["until", it.until]]) : string(it.reason));

  /** What is met in a model without levels: "all" or "none" where nothing else is said of any clause. */
  const clauses = (answer, question) => {
    const { met } = answer;
    const isAlone = !Object.keys(answer.degrees).length && !Object.keys(answer.except).length;
    if (met === null || (!met.length && Object.keys(answer.degrees).length)) return null;
    if (isAlone && !met.length) return string("none");
    return isAlone && met.length === question.clauses.length ? string("all") : list(met);
  };

  /** One answer; `null` if it says nothing. */
  const value = (answer, question, hasLevels) => {
    const fields = [];
    const put = (name, written) => written !== null && fields.push([name, written]);
    if (hasLevels) {
      put("level", answer.part !== null ? string(`${answer.part}-`) : answer.level === null ? null : String(answer.level));
      put("met", answer.met.length ? list(answer.met) : null);
    } else {
      put("met", clauses(answer, question));
    }
    const ordered = (map) => question.clauses.filter((id) => id in map).map((id) => [id, map[id]]);
    const [degrees, except] = [ordered(answer.degrees), ordered(answer.except)];
    put("degrees", degrees.length ? table(degrees.map(([id, degree]) => [id, string(degree)])) : null);
    put("except", except.length ? table(except.map(([id, it]) => [id, reason(it)])) : null);
    put("na", answer.na ? reason(answer.na) : null);
    put("note", answer.note.trim() ? string(answer.note) : null);
    const evidence = answer.evidence.filter((entry) => entry.trim());
    put("evidence", evidence.length ? list(evidence) : null);
    if (!fields.length) return null;
    const [[name, only]] = fields;
    const standsAlone = fields.length === 1 && (name === "level" || (name === "met" && !only.startsWith("[")));
    return standsAlone ? only : table(fields);
  };

  /** The whole file: what it is of, the answers of each sub-domain under its id, what was measured. */
  const write = (data, questions, given, open, name, day) => {
    const head = lines([
      ["model", basic(data.model)], ["model-version", basic(data.version)],
      ["team", some(data.team)], ["system", some(data.system)], ["owner", some(data.owner)],
      ["date", day], ["assessors", list([name])], ["scope", data.scope && list(data.scope)],
      ["ask-again", open.length ? list(open) : null],
    ]);
    const parts = new Map();
    for (const question of questions) {
      const answer = given[question.id];
      const written = answer ? value(answer, question, data.has_levels) : null;
      const at = question.id.lastIndexOf(".");
      const part = question.id.slice(0, at);
      if (written !== null) parts.set(part, [...(parts.get(part) ?? []), [question.id.slice(at + 1), written]]);
    }
    const sections = [["assessment", head], ...[...parts].map(([id, fields]) => [`answers.${id}`, lines(fields)])];
    if (data.outcomes.length) sections.push(["outcomes", lines(data.outcomes.map(([id, it]) => [id, string(it)]))]);
    return `schema = 1\n${sections.map(([title, all]) => `\n[${title}]\n${all.join("\n")}\n`).join("")}`;
  };

  // Blanks, control characters, punctuation and what is not seen: `file_name` of the program replaces the same.
  const replaced = /[\0-\-/:-@[-^`{-\u00bf\u061c\u2000-\u206f\u3000-\u3004\u3008-\u3020\ufe10-\ufe1f\ufe30-\ufe6f\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufff0-\uffff\u{e0000}-\u{e0fff}]+/gu;
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
  /** `NAME.answers.toml`: a name that every system takes. */
  const fileName = (name) => {
    const plain = name.replaceAll(replaced, "-").replaceAll(/^[.-]+|[.-]+$/g, "");
    const cut = [...plain].slice(0, 60).join("") || "form";
    return `${reserved.test(cut) ? `form-${cut}` : cut}.answers.toml`;
  };

  return { write, fileName };
})();
