package org.campaignbot.telegram;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.people.Language;
import org.campaignbot.platform.Operator;
import org.campaignbot.telegram.TelegramSettings.Mode;
import org.campaignbot.telegram.TelegramSettings.Rates;
import org.campaignbot.testkit.RecordingOperator;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.jspecify.annotations.Nullable;

/** Bots on a fake server. */
final class Bots {

    static final String SECRET = "a-secret-of-tests";

    static final Map<Language, LocationWords> WORDS = Map.of(
            Language.ENGLISH, new LocationWords("Share my location", "Or share it with this button.", "Thank you."),
            Language.SPANISH, new LocationWords("Compartir", "O compártala con este botón.", "Gracias."));

    /** The person in the conversations. */
    static final org.campaignbot.people.Person PERSON = new org.campaignbot.people.Person("telegram", "77");

    private Bots() {}

    static TelegramSettings settings(FakeBotApi server, Mode mode, @Nullable URI webhook) {
        return new TelegramSettings(server.token(), URI.create(server.url()), mode, webhook, SECRET, Rates.DEFAULT);
    }

    static TelegramBot polling(FakeBotApi server, Operator operator) {
        return new TelegramBot(settings(server, Mode.POLLING, null), WORDS, unused -> Optional.empty(), operator);
    }

    static TelegramBot webhook(FakeBotApi server, URI webhook) {
        return new TelegramBot(
                settings(server, Mode.WEBHOOK, webhook), WORDS, unused -> Optional.empty(), new RecordingOperator());
    }
}
