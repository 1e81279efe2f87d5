"use strict";

// A grammY bot for the load run, with sessions in memory: it answers each press and edits its message. Its settings are those of the
// campaign bot.

const { Bot, session, webhookCallback } = require("grammy");
const http = require("node:http");
const { typed, pressed } = require("./journey");

const url = process.env.TELEGRAM_WEBHOOK_URL;
const secret = process.env.TELEGRAM_WEBHOOK_SECRET;

const bot = new Bot(process.env.TELEGRAM_TOKEN, { client: { apiRoot: process.env.TELEGRAM_API_URL } });
bot.use(session({ initial: () => ({}) }));
bot.on("message:text", (context) => {
  const { text, buttons } = typed(context.session, context.message.text);
  return context.reply(text, { reply_markup: buttons });
});
bot.on("callback_query:data", async (context) => {
  const { text, buttons } = pressed(context.session, context.callbackQuery.data);
  await Promise.all([context.answerCallbackQuery(), context.editMessageText(text, { reply_markup: buttons })]);
});
bot.catch(() => {
  // Telegram delivers again what fails, and a log of a load run would slow it.
});

async function start() {
  if (process.env.TELEGRAM_MODE === "polling") {
    return bot.start();
  }
  await bot.init();
  const server = http.createServer(webhookCallback(bot, "http", { secretToken: secret }));
  server.listen(Number(process.env.SERVER_PORT), "127.0.0.1", () =>
    bot.api.setWebhook(url, { secret_token: secret, max_connections: 100 }),
  );
}

start();
