// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// Signs or verifies with a sender's own library. Takes a job as JSON from stdin, gives JSON:
// {library, secret, body, id, time} gives the headers that the library makes, and with `headers`
// whether it takes them.

import fs from "node:fs";
import { sign, verify } from "@octokit/webhooks-methods";
import { Webhook as StandardWebhook } from "standardwebhooks";
import Stripe from "stripe";
import { Webhook as SvixWebhook } from "svix";

const stripe = new Stripe("sk_test_no_call_is_made");

function tagged(Webhook, prefix) {
  return {
    sign: ({ secret, body, id, time }) => ({
      [`${prefix}-id`]: id,
      [`${prefix}-timestamp`]: String(time),
      [`${prefix}-signature`]: new Webhook(secret).sign(id, new Date(time * 1000), body),
    }),
    verify: ({ secret, body, headers }) => new Webhook(secret).verify(body, headers),
  };
}

const libraries = {
  stripe: {
    sign: ({ secret, body, time }) => ({
      "stripe-signature": stripe.webhooks.generateTestHeaderString({
        payload: body, secret, timestamp: time,
      }),
    }),
    verify: ({ secret, body, headers }) =>
      stripe.webhooks.constructEvent(body, headers["stripe-signature"], secret),
  },
  svix: tagged(SvixWebhook, "svix"),
  standardwebhooks: tagged(StandardWebhook, "webhook"),
  "@octokit/webhooks-methods": {
    sign: async ({ secret, body }) => ({ "x-hub-signature-256": await sign(secret, body) }),
    verify: async ({ secret, body, headers }) => {
      if (!(await verify(secret, body, headers["x-hub-signature-256"]))) throw new Error("no");
    },
  },
};

const job = JSON.parse(fs.readFileSync(0, "utf8"));
const library = libraries[job.library];
let result;
if (!job.headers) {
  result = await library.sign(job);
} else {
  try {
    await library.verify(job);
    result = { accepted: true };
  } catch (error) {
    result = { accepted: false, why: String(error.message) };
  }
}
console.log(JSON.stringify(result));
