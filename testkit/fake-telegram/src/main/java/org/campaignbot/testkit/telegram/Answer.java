package org.campaignbot.testkit.telegram;

import java.util.Locale;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The server's answer to a call: a result, or a refusal with Telegram's code and words. */
sealed interface Answer {

    /** The JSON sent over the wire. */
    ObjectNode body();

    /** The HTTP status, which is also the {@code error_code}. */
    int status();

    /**
     * A result.
     *
     * @param description a description that a few methods add, or null
     */
    record Done(JsonNode result, @Nullable String description) implements Answer {

        static final Done TRUE = new Done(Json.yes());

        Done(JsonNode result) {
            this(result, null);
        }

        static Done because(String description) {
            return new Done(Json.yes(), description);
        }

        @Override
        public ObjectNode body() {
            ObjectNode body = Json.object();
            body.put("ok", true);
            body.set("result", result);
            if (description != null) {
                body.put("description", description);
            }
            return body;
        }

        @Override
        public int status() {
            return 200;
        }
    }

    /**
     * A refusal.
     *
     * @param retryAfter the seconds to wait, with a 429
     * @param migratedTo the chat that a group was upgraded to
     */
    record Refused(
            int status,
            String description,
            @Nullable Integer retryAfter,
            @Nullable Long migratedTo) implements Answer {

        static Refused badRequest(String words) {
            return new Refused(400, "Bad Request: " + asTelegramWrites(words), null, null);
        }

        static Refused forbidden(String words) {
            return new Refused(403, "Forbidden: " + words, null, null);
        }

        static Refused conflict(String words) {
            return new Refused(409, "Conflict: " + words, null, null);
        }

        static Refused tooManyRequests(int seconds) {
            return new Refused(429, "Too Many Requests: retry after " + seconds, seconds, null);
        }

        static Refused migrated(long to) {
            return new Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", null, to);
        }

        /** Telegram writes words in lowercase after the prefix, except codes such as BUTTON_DATA_INVALID. */
        private static String asTelegramWrites(String words) {
            boolean code = words.length() > 1 && (words.charAt(1) == '_' || Character.isUpperCase(words.charAt(1)));
            return code ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
        }

        @Override
        public ObjectNode body() {
            ObjectNode body = Json.object();
            body.put("ok", false);
            body.put("error_code", status);
            body.put("description", description);
            if (retryAfter != null) {
                body.putObject("parameters").put("retry_after", retryAfter);
            }
            if (migratedTo != null) {
                body.putObject("parameters").put("migrate_to_chat_id", migratedTo);
            }
            return body;
        }
    }
}
