"use strict";

// A Telegraf bot for the load run, with sessions in memory: it answers each press and edits its message. Its settings are those of the
// campaign bot.

const { Telegraf, session } = require("telegraf");
const { message, callbackQuery } = require("telegraf/filters");
const http = require("node:http");
const { typed, pressed } = require("./journey");

const url = process.env.TELEGRAM_WEBHOOK_URL;
const secret = process.env.TELEGRAM_WEBHOOK_SECRET;

const bot = new Telegraf(process.env.TELEGRAM_TOKEN, {
  telegram: { apiRoot: process.env.TELEGRAM_API_URL, webhookReply: false },
});
bot.use(session({ defaultSession: () => ({}) }));
bot.on(message("text"), (context) => {
  const { text, buttons } = typed(context.session, context.message.text);
  return context.reply(text, { reply_markup: buttons });
});
bot.on(callbackQuery("data"), async (context) => {
  const { text, buttons } = pressed(context.session, context.callbackQuery.data);
  await Promise.all([context.answerCbQuery(), context.editMessageText(text, { reply_markup: buttons })]);
});
bot.catch(() => {
  // Telegram delivers again what fails, and a log of a load run would slow it.
});

async function start() {
  if (process.env.TELEGRAM_MODE === "polling") {
    return bot.launch();
  }
  bot.botInfo = await bot.telegram.getMe();
  const server = http.createServer(bot.webhookCallback(new URL(url).pathname, { secretToken: secret }));
  server.listen(Number(process.env.SERVER_PORT), "127.0.0.1", () =>
    bot.telegram.setWebhook(url, { secret_token: secret, max_connections: 100 }),
  );
}

start();
