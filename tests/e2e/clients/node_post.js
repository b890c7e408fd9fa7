// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// Usage: node node_post.js URL CA-FILE SECRET-FILE length|chunked BODY…
// Posts each body, signed as Smile signs, to URL/NAME.

const crypto = require('crypto');
const fs = require('fs');
const https = require('https');
const path = require('path');

const [url, ca, secretFile, framing, ...bodies] = process.argv.slice(2);
const secret = fs.readFileSync(secretFile);
const agent = new https.Agent({ ca: fs.readFileSync(ca), keepAlive: true });

function post(name) {
    const body = fs.readFileSync(name);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const hmac = crypto.createHmac('sha256', secret).update(timestamp + '.').update(body);
    return new Promise((resolve, reject) => {
        const request = https.request(`${url}/${path.basename(name)}`, { method: 'POST', agent });
        request.setHeader('Content-Type', 'application/json');
        request.setHeader('Smile-Timestamp', timestamp);
        request.setHeader('Smile-Signature', hmac.digest('base64'));
        request.setHeader('x-ODD-Case', 'kept');
        request.setHeader('X-Repeat', ['one', 'two']);
        request.setHeader('X-Bytes', 'caf\xe9 \xff');
        request.setHeader(...(framing === 'chunked' ? ['Transfer-Encoding', 'chunked']
            : ['Content-Length', body.length]));
        request.on('error', reject);
        request.on('response', (answer) => {
            answer.resume();
            answer.on('end', () => (answer.statusCode === 200 ? resolve()
                : reject(new Error(`status ${answer.statusCode}`))));
        });
        for (let at = 0; at < body.length; at += 50000) {
            request.write(body.subarray(at, at + 50000));
        }
        request.end();
    });
}

(async () => {
    for (const name of bodies) {
        await post(name);
    }
    agent.destroy();
})();
