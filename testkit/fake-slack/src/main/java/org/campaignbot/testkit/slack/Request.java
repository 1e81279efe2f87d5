package org.campaignbot.testkit.slack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A call being processed by the methods, which record in it what the log should show. */
final class Request {

    private final String method;
    private final ObjectNode parameters;
    private final @Nullable Installation installation;
    private final Instant at;
    private final long nanos = System.nanoTime();
    private final List<String> violations = new ArrayList<>();
    private String channel;
    private String ts = "";
    private String person = "";
    private String text = "";

    Request(String method, ObjectNode parameters, @Nullable Installation installation, Instant at) {
        this.method = method;
        this.parameters = parameters;
        this.installation = installation;
        this.at = at;
        this.channel = parameters.path("channel").asString("");
    }

    String method() {
        return method;
    }

    ObjectNode parameters() {
        return parameters;
    }

    /** The installation of the call's token. */
    Installation installation() {
        if (installation == null) {
            throw new IllegalStateException("a method that needs no token asked for it");
        }
        return installation;
    }

    String teamId() {
        return installation == null ? "" : installation.team.id;
    }

    Instant at() {
        return at;
    }

    long nanos() {
        return nanos;
    }

    String text(String name) {
        return parameters.path(name).asString("");
    }

    boolean has(String name) {
        return parameters.path(name).isContainer() || !text(name).isEmpty();
    }

    boolean flag(String name) {
        JsonNode value = parameters.path(name);
        return value.isBoolean()
                ? value.asBoolean(false)
                : value.asString("").equals("true") || value.asString("").equals("1");
    }

    /** A parameter that's JSON, or JSON in a string. */
    JsonNode json(String name) {
        return Json.unwrapped(parameters.path(name));
    }

    void violation(String what) {
        violations.add(method + ": " + what);
    }

    List<String> violations() {
        return violations;
    }

    /** Records which message a call is about. */
    void about(String newChannel, String newTs) {
        channel = newChannel;
        ts = newTs;
    }

    /** Records the only person who sees it. */
    void forPerson(String id) {
        person = id;
    }

    /** Records what a reader sees. */
    void shows(String newText) {
        text = newText;
    }

    String channel() {
        return channel;
    }

    String ts() {
        return ts;
    }

    String person() {
        return person;
    }

    String shown() {
        return text;
    }
}
