// Compiles a JSON Schema in Ajv's strict mode and holds documents to it: `node ajv.mjs NODE_MODULES SCHEMA [FILE...]`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, schema, ...files] = process.argv.slice(2);
const { Ajv } = createRequire(`${modules}/`)("ajv");
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
// `strict: true` makes errors of what is only logged by default: unknown types, tuples and required keys.
const validate = new Ajv({ strict: true, allErrors: true }).compile(read(schema));
const findings = files.flatMap((file) => (validate(read(file)) ? [] : validate.errors.map((error) => [file, error])));
for (const [file, { instancePath, message, params }] of findings) {
  console.log(`${file}: ${instancePath}: ${message} ${JSON.stringify(params)}`);
}
process.exitCode = findings.length > 0 ? 1 : 0;
