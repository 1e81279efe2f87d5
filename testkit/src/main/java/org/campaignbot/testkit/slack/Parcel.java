package org.campaignbot.testkit.slack;

import tools.jackson.databind.node.ObjectNode;

/**
 * Something that goes to the app.
 *
 * @param kind of what kind it is
 * @param payload what it says
 * @param acceptsPayload whether the acknowledgement may carry something
 */
record Parcel(Kind kind, ObjectNode payload, boolean acceptsPayload) {

    /** The kinds, as Socket Mode names them. */
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
