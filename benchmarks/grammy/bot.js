"use strict";

// A minimal grammY bot for the load run: it answers each update with one message through the Bot API.
// Its settings are those of the campaign bot.

const { Bot, webhookCallback } = require("grammy");
const http = require("node:http");

const url = process.env.TELEGRAM_WEBHOOK_URL;
const secret = process.env.TELEGRAM_WEBHOOK_SECRET;

const bot = new Bot(process.env.TELEGRAM_TOKEN, { client: { apiRoot: process.env.TELEGRAM_API_URL } });
bot.on("message:text", (context) => context.reply("You wrote " + context.message.text.length + " characters."));
bot.catch(() => {
  // Telegram delivers again what fails, and a log of a load run would slow it.
});

async function start() {
  await bot.init();
  const server = http.createServer(webhookCallback(bot, "http", { secretToken: secret }));
  server.listen(Number(process.env.SERVER_PORT), "127.0.0.1", () =>
    bot.api.setWebhook(url, { secret_token: secret, max_connections: 100 }),
  );
}

start();
