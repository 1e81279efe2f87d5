package org.campaignbot.storage.sql;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import org.campaignbot.conversation.State;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Block;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes messages, facts, and texts as JSON and reads them back.
 *
 * <p>The names of kinds are fixed here and the field names are the records' own, so renaming either needs a new version. Unknown
 * fields are ignored.
 */
public final class StoredJson {

    private static final int VERSION = 1;

    /** Its buffers aren't reused, since they'd keep the last words that went through them. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .build())
            // Only a record's components: RichText.isEmpty isn't one.
            .changeDefaultVisibility(found -> found.withIsGetterVisibility(Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Block.class, BlockKinds.class)
            .addMixIn(Span.class, SpanKinds.class)
            .addMixIn(Choice.class, ChoiceKinds.class)
            .addMixIn(Choice.Open.class, OpenFields.class)
            .addMixIn(Value.class, ValueKinds.class)
            .build();

    private static final TypeReference<Map<String, Value>> VALUES = new TypeReference<>() {};

    private StoredJson() {}

    public static String write(Message message) {
        return MAPPER.writeValueAsString(new Versioned(VERSION, message));
    }

    /**
     * Reads a message from text that {@link #write} made.
     *
     * @throws IllegalArgumentException if a later version wrote it
     */
    public static Message message(String json) {
        try {
            Versioned read = MAPPER.readValue(json, Versioned.class);
            if (read.version == VERSION) {
                return read.message;
            }
        } catch (JacksonException unknown) {
            // Dropped, since its message may quote the text.
        }
        throw new IllegalArgumentException("this version can't read a stored message");
    }

    public static String write(Map<String, String> texts) {
        return MAPPER.writeValueAsString(texts);
    }

    public static Map<String, String> texts(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    public static String writeValues(Map<String, Value> values) {
        return MAPPER.writerFor(VALUES).writeValueAsString(values);
    }

    public static Map<String, Value> values(String json) {
        return MAPPER.readValue(json, VALUES);
    }

    public static String writeHeld(Map<String, State.Held> facts) {
        return MAPPER.writeValueAsString(new Holding(VERSION, facts));
    }

    /** Reads facts from text that {@link #writeHeld} made; none if another version wrote it. */
    public static Map<String, State.Held> held(String json) {
        try {
            Holding read = MAPPER.readValue(json, Holding.class);
            return read.version == VERSION ? read.facts : Map.of();
        } catch (JacksonException unknown) {
            // The person is asked again; the exception may quote the facts.
            return Map.of();
        }
    }

    private record Versioned(int version, Message message) {}

    private record Holding(int version, Map<String, State.Held> facts) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = Block.Quote.class, name = "quote"),
        @JsonSubTypes.Type(value = Block.Items.class, name = "items")
    })
    private interface BlockKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Span.Plain.class, name = "plain"),
        @JsonSubTypes.Type(value = Span.Strong.class, name = "strong"),
        @JsonSubTypes.Type(value = Span.Emphasis.class, name = "emphasis"),
        @JsonSubTypes.Type(value = Span.Code.class, name = "code"),
        @JsonSubTypes.Type(value = Span.Phone.class, name = "phone"),
        @JsonSubTypes.Type(value = Span.Link.class, name = "link"),
        @JsonSubTypes.Type(value = Span.Mention.class, name = "mention"),
        @JsonSubTypes.Type(value = Span.Moment.class, name = "moment")
    })
    private interface SpanKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Choice.Press.class, name = "press"),
        @JsonSubTypes.Type(value = Choice.Open.class, name = "open")
    })
    private interface ChoiceKinds {}

    /** What hardly any button has isn't written. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface OpenFields {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Value.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Value.Translated.class, name = "translated"),
        @JsonSubTypes.Type(value = Value.Count.class, name = "count"),
        @JsonSubTypes.Type(value = Value.Day.class, name = "day"),
        @JsonSubTypes.Type(value = Value.Moment.class, name = "moment"),
        @JsonSubTypes.Type(value = Value.Phone.class, name = "phone"),
        @JsonSubTypes.Type(value = Value.Code.class, name = "code"),
        @JsonSubTypes.Type(value = Value.Link.class, name = "link"),
        @JsonSubTypes.Type(value = Value.Row.class, name = "row"),
        @JsonSubTypes.Type(value = Value.Rows.class, name = "rows")
    })
    private interface ValueKinds {}
}
