package org.campaignbot.testkit.telegram;

import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person with a Telegram account.
 *
 * @param id the account's number, which is also the number of the private chat
 * @param firstName their display name
 * @param languageCode the client's language, or null if it doesn't say
 */
public record Person(long id, String firstName, @Nullable String languageCode) {

    /** A person with an English client. */
    public static Person of(long id) {
        return new Person(id, "Person " + id, "en");
    }

    /** The same with a client in another language, or null for one that doesn't say. */
    public Person speaking(@Nullable String newLanguageCode) {
        return new Person(id, firstName, newLanguageCode);
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", id);
        json.put("is_bot", false);
        json.put("first_name", firstName);
        if (languageCode != null) {
            json.put("language_code", languageCode);
        }
        return json;
    }
}
