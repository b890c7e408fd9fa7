// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// Calls each case's snippet and prints its number and the answer. The clock is the case's.

import fs from "node:fs";
import path from "node:path";

const folder = path.resolve(process.argv[2]);
const text = (field) => Buffer.from(field, "base64").toString();
const list = (field) => field.split(",").filter((one) => one);

let row = 0;
for (const line of fs.readFileSync(`${folder}/cases`, "utf8").trimEnd().split("\n")) {
  const [scheme, now, secret, body, extras, fields] = line.split("\t");
  Date.now = () => Number(now) / 1000;
  const headers = Object.fromEntries(list(fields).map((field) => field.split(":").map(text)));
  let result;
  try {
    const { verifyWebhook } = await import(`${folder}/${scheme}.node.mjs`);
    result = verifyWebhook(Buffer.from(body, "base64"), headers, text(secret),
                           ...list(extras).map(text));
  } catch (error) {
    result = error.stack.replaceAll("\n", " ");
  }
  console.log(row++, result);
}
