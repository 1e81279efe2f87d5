package org.campaignbot.lines;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.update.Origin;
import org.campaignbot.update.Update;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what people do from lines of JSON. */
public final class LinesChat {

    private final Consumer<List<Update>> intake;
    private final Consumer<String> complaints;
    private final JsonMapper json = JsonMapper.shared();

    /** A chat that passes what people do to an intake and reports lines it can't read, but never their content. */
    public LinesChat(Consumer<List<Update>> intake, Consumer<String> complaints) {
        this.intake = intake;
        this.complaints = complaints;
    }

    /**
     * Reads lines until the input ends.
     *
     * @throws IOException if the input can't be read
     */
    public void hold(BufferedReader in) throws IOException {
        int number = 1;
        for (String line = in.readLine(); line != null; line = in.readLine(), number++) {
            Update update = read(line, number);
            if (update == null) {
                complaints.accept("line " + number + " isn't one that docs/adding-a-surface.md describes");
            } else {
                intake.accept(List.of(update));
            }
        }
    }

    private @Nullable Update read(String line, int number) {
        try {
            JsonNode node = json.readTree(line);
            String from = node.path("from").asString("");
            Event event = event(node);
            if (from.isEmpty() || event == null) {
                return null;
            }
            ConversationKey conversation = new ConversationKey(
                    new Address(LinesChannel.NAME, "local", from, null), new Person(LinesChannel.NAME, from));
            Language locale = Language.ofLocale(node.path("lang").asString("en"));
            Origin origin = new Origin(false, null, node.path("on").asString(null), null, null);
            return new Update(Integer.toString(number), conversation, event, locale, origin);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static @Nullable Event event(JsonNode node) {
        JsonNode press = node.path("pressed");
        JsonNode position = node.path("located");
        if (node.has("typed")) {
            return new Event.Typed(node.path("typed").asString(""));
        } else if (node.has("opened")) {
            return new Event.Opened(node.path("opened").asString(""));
        } else if (press.isObject()) {
            return new Event.Pressed(
                    press.path("flow").asString(""),
                    press.path("step").asString(""),
                    press.path("answer").asString(""));
        }
        double latitude = position.path("latitude").asDouble(Double.NaN);
        double longitude = position.path("longitude").asDouble(Double.NaN);
        boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return onEarth ? new Event.Located(latitude, longitude) : null;
    }
}
