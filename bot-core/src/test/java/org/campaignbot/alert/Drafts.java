package org.campaignbot.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/** Alerts for tests. */
public final class Drafts {

    public static final Language SPANISH = new Language("es");
    public static final Instant EXPIRES = TinyPack.NOON.plus(Duration.ofDays(2));

    private Drafts() {}

    public static Draft draft() {
        return new Draft(
                "action-call",
                Subscription.ALL,
                Map.of(Language.ENGLISH, "Please call *today*.", SPANISH, "Llame hoy."),
                Audience.EVERYBODY,
                null,
                EXPIRES);
    }

    public static Alert alert(String id, Alert.Stage stage) {
        return alert(id, Alert.Kind.NEW, null, stage, null);
    }

    public static Alert alert(
            String id, Alert.Kind kind, @Nullable String about, Alert.Stage stage, @Nullable Instant began) {
        return new Alert(
                id, kind, about, draft(), stage, "ana", "ana", null, null, null, began, null, TinyPack.NOON, 1);
    }
}
