// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// node post.js URL CA TIMESTAMP SIGNATURE BODYFILE: sends one delivery and prints the status.

const fs = require("fs");
const https = require("https");

const [url, ca, timestamp, signature, bodyFile] = process.argv.slice(2);
const body = fs.readFileSync(bodyFile);
const headers = {
    "Content-Length": body.length,
    "Smile-Timestamp": timestamp,
    "Smile-Signature": signature,
};
const request = https.request(url, { method: "POST", ca: fs.readFileSync(ca), headers }, (answer) => {
    answer.resume();
    answer.on("end", () => console.log(answer.statusCode));
});
request.end(body);
