"use strict";

// A Bolt bot for the acknowledgement run: it acknowledges everything, answers with a message and keeps nothing. Its settings are those
// of the campaign bot.

// The driver signs by the run's clock, and Bolt refuses requests that are older than five minutes.
const ahead = Date.parse(process.env.BOT_CLOCK) - Date.now();
const now = Date.now;
Date.now = () => now() + ahead;

const { App } = require("@slack/bolt");

const labels = ["Learn more", "Call my senators", "See all I can do", "En español"];

const answer = {
  text: "Want to call your senators? What's your ZIP code?",
  blocks: [
    { type: "section", text: { type: "mrkdwn", text: "Want to call your senators? *What's your ZIP code?* (Your state works, too.)" } },
    {
      type: "actions",
      elements: labels.map((label, i) => ({
        type: "button",
        action_id: `press-${i}`,
        value: `menu/main/${i}`,
        text: { type: "plain_text", text: label },
      })),
    },
  ],
};

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
  logLevel: "error",
});

app.message(({ say }) => say(answer));

const taken = async ({ ack, say }) => {
  await ack();
  await say(answer);
};
app.action(/.*/, taken);
app.command("/campaign", taken);

app.start({ port: Number(process.env.SERVER_PORT), host: "127.0.0.1" });
