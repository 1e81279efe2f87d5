package org.campaignbot.testkit.slack;

import tools.jackson.databind.node.ObjectNode;

/**
 * Something to deliver to the app.
 *
 * @param kind its kind
 * @param payload its content
 * @param acceptsPayload whether the acknowledgement may have a payload
 */
record Parcel(Kind kind, ObjectNode payload, boolean acceptsPayload) {

    /** The kinds, by their names in Socket Mode. */
    enum Kind {
        EVENTS_API("events_api"),
        SLASH_COMMANDS("slash_commands"),
        INTERACTIVE("interactive");

        final String wire;

        Kind(String wire) {
            this.wire = wire;
        }
    }
}
