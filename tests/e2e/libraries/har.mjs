// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// Holds a HAR file from stdin against the published schema of HAR 1.2; gives what is wrong with it
// as a JSON array, empty when nothing is.

import fs from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const Ajv = require("ajv");
const schemas = require("har-schema");

const ajv = new Ajv({ allErrors: true });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-06.json"));
for (const schema of Object.values(schemas)) ajv.addSchema(schema);
ajv.validate("har.json", JSON.parse(fs.readFileSync(0, "utf8")));
process.stdout.write(JSON.stringify(ajv.errors ?? []));
