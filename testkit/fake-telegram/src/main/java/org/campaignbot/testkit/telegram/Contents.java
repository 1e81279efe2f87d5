package org.campaignbot.testkit.telegram;

import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.node.ObjectNode;

/** Message contents other than text, in their documented form. */
final class Contents {

    private Contents() {}

    static ObjectNode location(double latitude, double longitude) {
        ObjectNode content = Json.object();
        content.putObject("location").put("latitude", latitude).put("longitude", longitude);
        return content;
    }

    /** A venue repeats its position as the message's location. */
    static ObjectNode venue(double latitude, double longitude, String title) {
        ObjectNode content = location(latitude, longitude);
        ObjectNode venue = content.putObject("venue");
        venue.putObject("location").put("latitude", latitude).put("longitude", longitude);
        venue.put("title", title).put("address", "1 Main Street");
        return content;
    }

    static ObjectNode contact(Person whose, String phoneNumber) {
        ObjectNode content = Json.object();
        content.putObject("contact")
                .put("phone_number", phoneNumber)
                .put("first_name", whose.firstName())
                .put("user_id", whose.id());
        return content;
    }

    static ObjectNode media(String kind) {
        ObjectNode content = Json.object();
        switch (kind) {
            case "photo" ->
                file(content.putArray("photo").addObject()).put("width", 90).put("height", 67);
            case "sticker" ->
                file(content.putObject("sticker"))
                        .put("type", "regular")
                        .put("width", 512)
                        .put("height", 512)
                        .put("is_animated", false)
                        .put("is_video", false);
            case "voice" -> file(content.putObject("voice")).put("duration", 3).put("mime_type", "audio/ogg");
            case "document" -> file(content.putObject("document")).put("file_name", "file.txt");
            case "video" ->
                file(content.putObject("video"))
                        .put("width", 90)
                        .put("height", 67)
                        .put("duration", 3);
            case "dice" ->
                content.putObject("dice").put("emoji", "\uD83C\uDFB2").put("value", 4);
            default -> throw new IllegalArgumentException("nobody sends a " + kind + " here");
        }
        return content;
    }

    private static ObjectNode file(ObjectNode target) {
        return target.put("file_id", "AgACAgIAAxkBAAIB")
                .put("file_unique_id", "AQADAgAT")
                .put("file_size", 1200);
    }
}
